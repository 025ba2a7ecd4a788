"""The one CloudFormation stack of a stage, in parts named after what they hold."""
