"""To whom a firm may write what, why, and how that can be shown years later."""
