"""The product, one folder a domain; domains never import one another, and `wiring.py` alone imports them all."""
