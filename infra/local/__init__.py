"""The local cloud: the very template that AWS would get, on an emulator, with an edge that plays CloudFront and SES."""
