"""What sales works with: leads, pipelines, deals, products and orders."""
