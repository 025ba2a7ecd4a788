"""Everything that thinks. Dependencies point inwards: api, wiring, crm, engine, storage and gateways, kernel."""
