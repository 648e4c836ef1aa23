# Yours: written once, never touched again. The modules it names are generated from data_model.yml by "mvn compile".
terraform {
  required_version = ">= 1.9"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

variable "region" {
  type        = string
  description = "AWS region of everything but global services."
}

variable "profile" {
  type        = string
  description = "Profile of your AWS credentials."
}

provider "aws" {
  region  = var.region
  profile = var.profile
  default_tags {
    tags = { project = "${artifactId}" }
  }
}

module "storage" {
  source = "../target/classes/META-INF/owlet/terraform/storage"
}

output "aws_region" {
  value = var.region
}

output "aws_profile" {
  value = var.profile
}

output "data_bucket" {
  value = module.storage.data_bucket
}
