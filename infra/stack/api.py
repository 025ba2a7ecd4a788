"""The door: one REST API with one `{proxy+}` route; the paths are Chalice's business."""

from aws_cdk import Duration, RemovalPolicy, Stack
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra.functions import GATEWAY_STAGE


class Api(Construct):
    def __init__(self, stack: Stack, *, prefix: str) -> None:
        super().__init__(stack, "Api")
        log = logs.LogGroup(
            self,
            "AccessLog",
            log_group_name=f"/aws/apigateway/{prefix}",
            retention=logs.RetentionDays.ONE_MONTH,
            removal_policy=RemovalPolicy.DESTROY,
        )
        self.rest = apigateway.RestApi(
            self,
            "Rest",
            rest_api_name=prefix,
            endpoint_types=[apigateway.EndpointType.REGIONAL],
            cloud_watch_role=False,
            # Without it API Gateway decodes no body; with it imports of a few bytes and JSON pass alike, untouched.
            binary_media_types=["application/octet-stream"],
            min_compression_size=None,
            deploy_options=apigateway.StageOptions(
                stage_name=GATEWAY_STAGE,
                throttling_rate_limit=500,
                throttling_burst_limit=1000,
                access_log_destination=apigateway.LogGroupLogDestination(log),
                access_log_format=apigateway.AccessLogFormat.json_with_standard_fields(
                    caller=False,
                    http_method=True,
                    ip=True,
                    protocol=True,
                    request_time=True,
                    resource_path=True,
                    response_length=True,
                    status=True,
                    user=False,
                ),
            ),
        )
        self.domain = f"{self.rest.rest_api_id}.execute-api.{stack.region}.{stack.url_suffix}"

    def serve(self, function: lambda_.IFunction) -> None:
        """Send every path to `function`."""
        integration = apigateway.LambdaIntegration(function, proxy=True, timeout=Duration.seconds(29))
        self.rest.root.add_proxy(default_integration=integration, any_method=True)
