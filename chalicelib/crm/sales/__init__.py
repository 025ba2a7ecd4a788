"""Sales: leads, pipelines, deals, products and orders."""
