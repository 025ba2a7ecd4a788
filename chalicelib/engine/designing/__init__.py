"""What a tenant adds to the product's objects: how it is asked for, checked, kept and applied."""
