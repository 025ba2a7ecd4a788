"""cdk-nag."""


def attach(app, stack):
    pass
