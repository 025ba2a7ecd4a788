"""What rings: anything parked, anything late, anything failing. One topic; who listens is a parameter."""

from aws_cdk import CfnCondition, Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sns as sns
from constructs import Construct

from infra.functions import FUNCTIONS, Stream
from infra.stack.api import Api
from infra.stack.functions import Functions
from infra.stack.messaging import Messaging

FIVE_MINUTES = Duration.minutes(5)


class Monitoring(Construct):
    def __init__(
        self,
        scope: Construct,
        *,
        prefix: str,
        alarm_email: str,
        wants_alarm_email: CfnCondition,
        functions: Functions,
        messaging: Messaging,
        api: Api,
    ) -> None:
        super().__init__(scope, "Monitoring")
        self.prefix = prefix
        self.topic = sns.Topic(self, "Alarms", topic_name=f"{prefix}-alarms", enforce_ssl=True)
        self.topic.grant_publish(iam.ServicePrincipal("cloudwatch.amazonaws.com"))
        listener = sns.CfnSubscription(
            self, "Listener", topic_arn=self.topic.topic_arn, protocol="email", endpoint=alarm_email
        )
        listener.cfn_options.condition = wants_alarm_email
        for name, parked in messaging.parked.items():
            depth = parked.metric_approximate_number_of_messages_visible(period=FIVE_MINUTES, statistic="Maximum")
            self._alarm(f"{name}-has-parked", depth, 1, "Something could not be processed and is parked")
        for name, queue in messaging.queues.items():
            age = queue.metric_approximate_age_of_oldest_message(period=FIVE_MINUTES, statistic="Maximum")
            self._alarm(f"{name}-is-late", age, 900, "The oldest message waits for more than a quarter of an hour")
        for function in FUNCTIONS:
            made = functions.made[function.name]
            self._alarm_function(function.physical, made)
            if isinstance(function.trigger, Stream):
                lag = made.metric("IteratorAge", period=FIVE_MINUTES, statistic="Maximum")
                self._alarm(f"{function.physical}-is-late", lag, 300_000, "The stream is read five minutes late")
        self._alarm("gateway-fails", api.rest.metric_server_error(period=FIVE_MINUTES), 5, "The API answers 5xx")
        self._alarm(
            "gateway-is-slow",
            api.rest.metric_latency(period=FIVE_MINUTES, statistic="p95"),
            2_000,
            "The slowest twentieth of requests takes more than two seconds",
        )

    def _alarm_function(self, name: str, made: lambda_.Function) -> None:
        errors = made.metric_errors(period=FIVE_MINUTES)
        self._alarm(f"{name}-fails", errors, 5, "The function fails again and again")
        throttles = made.metric_throttles(period=FIVE_MINUTES)
        self._alarm(f"{name}-is-throttled", throttles, 1, "Lambda has no room for the function")

    def _alarm(self, name: str, metric: cloudwatch.Metric, threshold: float, description: str) -> None:
        alarm = cloudwatch.Alarm(
            self,
            name.title().replace("-", ""),
            alarm_name=f"{self.prefix}-{name}",
            alarm_description=description,
            metric=metric,
            threshold=threshold,
            evaluation_periods=1,
            comparison_operator=cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
            treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
        )
        alarm.add_alarm_action(actions.SnsAction(self.topic))
