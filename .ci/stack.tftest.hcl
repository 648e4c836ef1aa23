# The whole stack of a hostile model (the case every-type) with a mocked provider, and names that are refused.

mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
  mock_data "aws_region" {
    defaults = { name = "eu-central-1" }
  }
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
  mock_resource "aws_s3_bucket" {
    defaults = { arn = "arn:aws:s3:::bucket", bucket_domain_name = "bucket.s3.amazonaws.com", bucket_regional_domain_name = "bucket.s3.eu-central-1.amazonaws.com" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/role" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:eu-central-1:123456789012:log-group:group" }
  }
  mock_resource "aws_lambda_function" {
    defaults = { version = "1" }
  }
  mock_resource "aws_lambda_alias" {
    defaults = { arn = "arn:aws:lambda:eu-central-1:123456789012:function:f:live" }
  }
  mock_resource "aws_apigatewayv2_api" {
    defaults = {
      api_endpoint  = "https://a1.execute-api.eu-central-1.amazonaws.com"
      execution_arn = "arn:aws:execute-api:eu-central-1:123456789012:a1"
    }
  }
  mock_resource "aws_cognito_user_pool" {
    defaults = { endpoint = "cognito-idp.eu-central-1.amazonaws.com/eu-central-1_P", id = "eu-central-1_P" }
  }
  mock_resource "aws_cloudfront_distribution" {
    defaults = { arn = "arn:aws:cloudfront::123456789012:distribution/D", domain_name = "d1.cloudfront.net" }
  }
  mock_resource "aws_cloudfront_function" {
    defaults = { arn = "arn:aws:cloudfront::123456789012:function/f" }
  }
}

variables {
  region      = "eu-central-1"
  admin_email = "ann@example.org"
}

run "everything" {
  command = apply

  assert {
    condition     = output.site_url == "https://d1.cloudfront.net" && output.aws_region == "eu-central-1"
    error_message = "outputs of the root"
  }
  assert {
    condition     = length(regexall("/signup\\?client_id=[^&]+&response_type=code", output.signup_url)) == 1
    error_message = "the case has signup: open"
  }
}

# An account that may run 10 functions can reserve none.
run "reserves_nothing" {
  command = plan
  variables {
    api_concurrency = -1
  }
}

run "with_snap_start" {
  command = apply
  variables {
    snap_start = true
  }
}

run "nobody_is_told" {
  command = plan
  variables {
    admin_email = ""
    keep_data   = false
  }
}

run "refuses_capitals" {
  command = plan
  variables {
    name = "My_lake"
  }
  expect_failures = [var.name]
}

run "refuses_words_of_the_sign_in" {
  command = plan
  variables {
    name = "my-aws-lake"
  }
  expect_failures = [var.name]
}

run "refuses_names_of_s3" {
  command = plan
  variables {
    name = "sthree-lake"
  }
  expect_failures = [var.name]
}

run "refuses_long_names" {
  command = plan
  variables {
    name = "a-name-of-more-than-thirty-characters"
  }
  expect_failures = [var.name]
}
