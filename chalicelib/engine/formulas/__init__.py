"""The formula language: small, typed, exact, and unable to do anything but compute."""
