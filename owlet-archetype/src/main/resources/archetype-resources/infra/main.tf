# Yours: written once, never touched again. The modules that it names are generated from data_model.yml by "mvn compile";
# their main.tf.json says what they take and give.
terraform {
  required_version = ">= 1.10"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }

  # The state lies in this folder until you say otherwise. For a team, keep it in a bucket that you made before:
  #
  # backend "s3" {
  #   bucket       = "my-terraform-states"
  #   key          = "${artifactId}.tfstate"
  #   region       = "${region}"
  #   use_lockfile = true
  # }
}

provider "aws" {
  region  = var.region
  profile = var.profile
  default_tags {
    tags = { project = var.name }
  }
}

module "storage" {
  source    = "../target/classes/META-INF/owlet/terraform/storage"
  name      = var.name
  keep_data = var.keep_data
}

module "auth" {
  source      = "../target/classes/META-INF/owlet/terraform/auth"
  name        = var.name
  admin_email = var.admin_email
  site_url    = module.site.url
  dev_origins = var.dev_origins
  keep_data   = var.keep_data
}

module "functions" {
  source          = "../target/classes/META-INF/owlet/terraform/functions"
  name            = var.name
  jar             = var.jar
  storage         = module.storage
  issuer          = module.auth.issuer
  client_id       = module.auth.client_id
  api_concurrency = var.api_concurrency
  snap_start      = var.snap_start
}

module "api" {
  source      = "../target/classes/META-INF/owlet/terraform/api"
  name        = var.name
  function    = module.functions.api
  issuer      = module.auth.issuer
  client_id   = module.auth.client_id
  dev_origins = var.dev_origins
}

module "site" {
  source      = "../target/classes/META-INF/owlet/terraform/site"
  name        = var.name
  api_url     = module.api.url
  issuer      = module.auth.issuer
  client_id   = module.auth.client_id
  sign_in_url = module.auth.sign_in_url
  scope       = module.auth.scope
  storage     = module.storage
  dev_origins = var.dev_origins
}

module "catalog" {
  source  = "../target/classes/META-INF/owlet/terraform/catalog"
  name    = var.name
  storage = module.storage
}

module "guard" {
  source = "../target/classes/META-INF/owlet/terraform/guard"
  name   = var.name
  email  = var.admin_email
}

# Anything of your own goes below, or into a file beside this one. For example a mail when requests fail:
#
# resource "aws_sns_topic" "alarms" {
#   name = "${var.name}-alarms"
# }
#
# resource "aws_sns_topic_subscription" "alarms" {
#   topic_arn = aws_sns_topic.alarms.arn
#   protocol  = "email"
#   endpoint  = var.admin_email
# }
#
# resource "aws_cloudwatch_metric_alarm" "errors" {
#   alarm_name          = "${var.name}-errors"
#   namespace           = "AWS/Lambda"
#   metric_name         = "Errors"
#   dimensions          = { FunctionName = module.functions.api.name }
#   statistic           = "Sum"
#   period              = 300
#   evaluation_periods  = 1
#   threshold           = 1
#   comparison_operator = "GreaterThanOrEqualToThreshold"
#   treat_missing_data  = "notBreaching"
#   alarm_actions       = [aws_sns_topic.alarms.arn]
# }
