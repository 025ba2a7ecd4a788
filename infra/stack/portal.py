"""The portal: static files and the API on one origin.

Paths without an extension are the portal's own routes, and a viewer function sends them to their entry page. (A
404-to-200 error page would do it too, and would hide the errors of the API.) `infra/local/edge.py` serves the same
files with the same headers; tests/infra compares the two.
"""

from aws_cdk import Duration, Stack
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from aws_cdk import aws_iam as iam
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra import headers
from infra.functions import GATEWAY_STAGE
from infra.stack.api import Api
from infra.stack.data import Data


class Portal(Construct):
    def __init__(self, stack: Stack, *, prefix: str, data: Data, api: Api) -> None:
        super().__init__(stack, "Portal")
        self.bucket: s3.Bucket = data.bucket("Portal", f"{prefix}-portal-{stack.account}")
        rewrite = cloudfront.Function(
            self,
            "Rewrite",
            function_name=f"{prefix}-rewrite",
            comment="Sends the portal's own routes to their entry page",
            code=cloudfront.FunctionCode.from_inline(headers.REWRITE),
            runtime=cloudfront.FunctionRuntime.JS_2_0,
        )
        files_origin = f"https://{data.files_bucket_name}.s3.{stack.region}.{stack.url_suffix}"
        policy = self._headers("Headers", f"{prefix}-headers", headers.content_security_policy(files_origin))
        framed = self._headers(
            "FramedHeaders", f"{prefix}-framed", headers.content_security_policy(path=headers.FRAMED)
        )
        origin = origins.S3BucketOrigin.with_origin_access_control(self.bucket)

        # By its name: the files bucket lets the origin of this distribution in, and cannot be both before and after it.
        kept = s3.Bucket.from_bucket_attributes(
            self,
            "Kept",
            bucket_name=data.files_bucket_name,
            bucket_regional_domain_name=files_origin.removeprefix("https://"),
        )
        pictures = origins.S3BucketOrigin.with_origin_access_control(kept, origin_access_levels=[])

        def files(
            policy: cloudfront.ResponseHeadersPolicy, origin: cloudfront.IOrigin = origin
        ) -> cloudfront.BehaviorOptions:
            return cloudfront.BehaviorOptions(
                origin=origin,
                viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
                cache_policy=cloudfront.CachePolicy.CACHING_OPTIMIZED,
                response_headers_policy=policy,
                compress=True,
                function_associations=[
                    cloudfront.FunctionAssociation(
                        function=rewrite, event_type=cloudfront.FunctionEventType.VIEWER_REQUEST
                    )
                ],
            )

        self.distribution = cloudfront.Distribution(
            self,
            "Distribution",
            comment=prefix,
            default_root_object="index.html",
            http_version=cloudfront.HttpVersion.HTTP2_AND_3,
            minimum_protocol_version=cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
            price_class=cloudfront.PriceClass.PRICE_CLASS_100,
            enable_logging=True,
            log_bucket=data.logs,
            log_file_prefix="cloudfront/",
            default_behavior=files(policy),
            additional_behaviors={
                f"{headers.FRAMED}*": files(framed),
                f"{headers.PICTURES}*": files(policy, pictures),
                "/v1/*": cloudfront.BehaviorOptions(
                    origin=origins.HttpOrigin(
                        api.domain,
                        origin_path=f"/{GATEWAY_STAGE}",
                        protocol_policy=cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
                        origin_ssl_protocols=[cloudfront.OriginSslPolicy.TLS_V1_2],
                        read_timeout=Duration.seconds(30),
                    ),
                    viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
                    allowed_methods=cloudfront.AllowedMethods.ALLOW_ALL,
                    cache_policy=cloudfront.CachePolicy.CACHING_DISABLED,
                    # No headers policy: the API says its own, stricter ones.
                    origin_request_policy=cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
                    compress=True,
                ),
            },
        )
        self.url = f"https://{self.distribution.distribution_domain_name}"

    def let_see_pictures(self, files: s3.Bucket) -> None:
        """Let this distribution, and nobody else, read what lies under the names of pictures."""
        files.add_to_resource_policy(
            iam.PolicyStatement(
                principals=[iam.ServicePrincipal("cloudfront.amazonaws.com")],
                actions=["s3:GetObject"],
                resources=[files.arn_for_objects("t/*/picture-*")],
                conditions={"StringEquals": {"AWS:SourceArn": self.distribution.distribution_arn}},
            )
        )

    def _headers(self, id: str, name: str, content_security_policy: str) -> cloudfront.ResponseHeadersPolicy:
        """The headers of some files; whoever may frame them is said by the policy, and older browsers are told too."""
        is_framed = "frame-ancestors *" in content_security_policy
        return cloudfront.ResponseHeadersPolicy(
            self,
            id,
            response_headers_policy_name=name,
            security_headers_behavior=cloudfront.ResponseSecurityHeadersBehavior(
                content_security_policy=cloudfront.ResponseHeadersContentSecurityPolicy(
                    content_security_policy=content_security_policy, override=True
                ),
                content_type_options=cloudfront.ResponseHeadersContentTypeOptions(override=True),
                frame_options=None
                if is_framed
                else cloudfront.ResponseHeadersFrameOptions(
                    frame_option=cloudfront.HeadersFrameOption.DENY, override=True
                ),
                referrer_policy=cloudfront.ResponseHeadersReferrerPolicy(
                    referrer_policy=cloudfront.HeadersReferrerPolicy.SAME_ORIGIN, override=True
                ),
                strict_transport_security=cloudfront.ResponseHeadersStrictTransportSecurity(
                    access_control_max_age=Duration.days(730), include_subdomains=True, preload=True, override=True
                ),
            ),
        )
