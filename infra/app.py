"""The CDK application: synthesises the template of a stage, and prints it or writes it for a deployment.

Only Node is needed, no account and no CDK command line: the template is the same for every account and region.
"""

import argparse
import json
import tempfile
from pathlib import Path

import aws_cdk

from infra import nag
from infra.assembly import Assembly
from infra.stack.tendero import Tendero


def synthesise(stage: str, folder: Path, *, architecture: str = "x86_64") -> Assembly:
    """This function will write the cloud assembly of a stage into `folder`."""
    app = aws_cdk.App(outdir=str(folder), analytics_reporting=False)
    stack = Tendero(app, stage=stage, architecture=architecture)
    nag.attach(app, stack)
    app.synth()
    return Assembly(stack.stack_name, folder)


def main() -> None:
    parser = argparse.ArgumentParser(description="Synthesise the CloudFormation template of a stage.")
    parser.add_argument("--stage", required=True)
    parser.add_argument("--architecture", choices=("x86_64", "arm64"), default="x86_64")
    parser.add_argument("--out", type=Path, help="where to write the assembly; without it the template is printed")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        assembly = synthesise(arguments.stage, arguments.out or Path(scratch), architecture=arguments.architecture)
        if not arguments.out:
            print(json.dumps(assembly.template, indent=1))


if __name__ == "__main__":
    main()
