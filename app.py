"""The API: an index of what it offers. Everything that thinks is in ``chalicelib``."""

import chalicelib.starting  # first: nothing is collected until the end of this page
import chalicelib.wiring  # declares the objects
from chalicelib.api import (
    api_keys,
    bulk,
    comments,
    currencies,
    designs,
    duplicates,
    exports,
    files,
    health,
    imports,
    invitations,
    jobs,
    layouts,
    leads,
    merges,
    notifications,
    objects,
    openapi,
    privacy,
    records,
    roles,
    sample_data,
    search,
    session,
    shares,
    shortcuts,
    signup,
    tags,
    teams,
    trash,
    users,
    versions,
    views,
)
from chalicelib.api.gateway import Gateway
from chalicelib.storage import connection

BLUEPRINTS = (
    health.blueprint,
    openapi.blueprint,
    signup.blueprint,
    session.blueprint,
    users.blueprint,
    roles.blueprint,
    teams.blueprint,
    shares.blueprint,
    invitations.blueprint,
    api_keys.blueprint,
    notifications.blueprint,
    comments.blueprint,
    currencies.blueprint,
    files.blueprint,
    shortcuts.blueprint,
    designs.blueprint,
    objects.blueprint,
    imports.blueprint,
    exports.blueprint,
    bulk.blueprint,
    jobs.blueprint,
    leads.blueprint,
    duplicates.blueprint,
    merges.blueprint,
    layouts.blueprint,
    search.blueprint,
    privacy.blueprint,
    records.blueprint,
    views.blueprint,
    versions.blueprint,
    trash.blueprint,
    tags.blueprint,
    sample_data.blueprint,
)

app = Gateway("tendero")
for blueprint in BLUEPRINTS:
    app.register_blueprint(blueprint)

connection.open_early()
chalicelib.starting.done()
