variable "region" {
  type        = string
  description = "AWS region of everything but global services."
}

variable "profile" {
  type        = string
  description = "Profile of your AWS credentials; null takes them from the environment."
  default     = null
}

variable "name" {
  type        = string
  description = "First part of every name; another one makes a second set beside the first, such as ${artifactId}-test."
  default     = "${artifactId}"

  validation {
    condition     = length(var.name) <= 30 && can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.name))
    error_message = "The name has at most 30 lower-case letters, digits and single hyphens, and starts with a letter."
  }

  validation {
    condition     = !can(regex("aws|amazon|cognito|^sthree-|^amzn-", var.name))
    error_message = "AWS keeps names with aws, amazon or cognito in them, and those that begin with sthree- or amzn-."
  }
}

variable "admin_email" {
  type        = string
  description = "Who may do everything from the start, and is told when money runs out; nobody when empty."
  default     = ""
}

variable "keep_data" {
  type        = bool
  description = "Whether rows and people outlive \"terraform destroy\". To give up both, set it to false, apply, then destroy."
  default     = true
}

variable "jar" {
  type        = string
  description = "What \"mvn package\" made."
  default     = "../target/${artifactId}-${version}.jar"
}

variable "dev_origins" {
  type        = list(string)
  description = "Origins of web apps on this machine that may sign in and call the API."
  default     = ["http://localhost:5173"]
}

variable "api_concurrency" {
  type        = number
  description = "Copies of the API function at once. An account that may run 10 functions in all can reserve none, also for ingest: -1."
  default     = 10
}

variable "snap_start" {
  type        = bool
  description = "Whether the API function starts from an image of its memory: sooner, but a deployment takes minutes more."
  default     = false
}
