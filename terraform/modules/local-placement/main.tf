# The part of a local site that a cloud would reserve and charge for. Nothing is
# reserved on this machine, so it is only recorded: plans show its changes, and
# costs find it by its labels.

terraform {
  required_version = ">= 1.9.0"
}

variable "location" {
  description = "Region of the offering; there is one, this machine."
  type        = string
  nullable    = false
}

variable "size" {
  description = "Size of the offering. It limits nothing on this machine and sets the price."
  type        = string
  nullable    = false
}

variable "labels" {
  description = "Labels under which the costs of the site are found."
  type        = map(string)
  nullable    = false
}

resource "terraform_data" "placement" {
  input = {
    location = var.location
    size     = var.size
    labels   = var.labels
  }
}

output "id" {
  description = "Id of the placement."
  value       = terraform_data.placement.id
}

output "cost_labels" {
  description = "Labels under which the costs of the site are found."
  value       = terraform_data.placement.input.labels
}
