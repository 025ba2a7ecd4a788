"""The API: an index of what it offers. Everything that thinks is in ``chalicelib``."""

from chalicelib.api import health
from chalicelib.api.gateway import Gateway

BLUEPRINTS = (health.blueprint,)

app = Gateway("tendero")
for blueprint in BLUEPRINTS:
    app.register_blueprint(blueprint)
