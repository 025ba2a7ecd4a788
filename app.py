"""The API as Lambda calls it. What it offers is in ``chalicelib/api/resources.py``."""

import chalicelib.starting  # first: nothing is collected until the end of this page
import chalicelib.wiring  # declares the objects
from chalicelib.api import resources
from chalicelib.api.gateway import Gateway
from chalicelib.storage import connection

app = Gateway("tendero")
for blueprint in resources.BLUEPRINTS:
    app.register_blueprint(blueprint)

connection.open_early()
chalicelib.starting.done()
