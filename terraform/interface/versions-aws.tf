# The versions of Terraform and of the AWS provider that everything for AWS
# fits. Each module and stack for AWS holds a copy as versions.tf; a check
# compares them. 1.11 is the first with write-only arguments; 5.100 is the last
# of the provider's fifth major version.

terraform {
  required_version = ">= 1.11.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
  }
}
