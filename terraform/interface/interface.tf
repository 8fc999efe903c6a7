# The interface every site stack has, for whichever cloud. Each stack holds a
# copy of this file; a test compares them byte for byte. A stack adds one typed
# object for its own cloud, and fills local.interface.

variable "tenant" {
  description = "Slug of the customer."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,62}$", var.tenant))
    error_message = "The tenant must be a customer's slug."
  }
}

variable "site" {
  description = "The site: its id, its name (a DNS label) and its product."
  type = object({
    id      = string
    name    = string
    product = string
  })
  nullable = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,39}$", var.site.name))
    error_message = "The site's name must be a DNS label of 2 to 40 characters."
  }
}

variable "location" {
  description = "Region of the cloud, as the offering names it."
  type        = string
  nullable    = false
}

variable "size" {
  description = "Size, as the offering names it."
  type        = string
  nullable    = false
}

variable "labels" {
  description = "Labels for every resource that takes labels."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "secret_references" {
  description = "Names of secrets and where the cloud finds them; never the secrets themselves."
  type        = map(string)
  default     = {}
  nullable    = false
}

output "endpoints" {
  description = "Addresses people open."
  value       = local.interface.endpoints
}

output "dns_records" {
  description = "Records the site's domain needs: name, type, value."
  value       = local.interface.dns_records
}

output "resource_ids" {
  description = "Ids by which the cloud knows the resources."
  value       = local.interface.resource_ids
}

output "health_url" {
  description = "Address that answers 200 while the site is healthy."
  value       = local.interface.health_url
}

output "cost_labels" {
  description = "Labels under which the costs of this site are found."
  value       = local.interface.cost_labels
}
