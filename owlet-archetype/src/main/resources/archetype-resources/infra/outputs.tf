output "aws_region" {
  value = var.region
}

output "aws_profile" {
  value = var.profile
}

output "function_name" {
  value = module.functions.api.name
}

output "base_url" {
  value = module.api.url
}

output "signup_url" {
  value = module.auth.signup_url
}

output "site_url" {
  value = module.site.url
}

output "data_bucket" {
  value = module.storage.data_bucket
}

output "athena_workgroup" {
  value = module.catalog.workgroup
}

output "site_bucket" {
  value = module.site.bucket
}

output "site_distribution" {
  value = module.site.distribution_id
}
