"""The infrastructure: what is deployed, the rules it obeys, and a local cloud that deploys the same template."""
