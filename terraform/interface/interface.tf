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

variable "runtime" {
  description = "What runs the site: files as they are (static), an image (container), or an image built elsewhere from a Git reference (git)."
  type = object({
    kind       = string
    image      = optional(string)
    port       = optional(number)
    repository = optional(string)
    reference  = optional(string)
  })
  default  = { kind = "static" }
  nullable = false

  validation {
    condition     = contains(["static", "container", "git"], var.runtime.kind)
    error_message = "The runtime must be static, container or git."
  }

  validation {
    condition     = var.runtime.kind == "static" || (var.runtime.image != null && var.runtime.port != null)
    error_message = "A container or Git runtime needs an image and the port it listens on."
  }

  validation {
    condition     = coalesce(var.runtime.port, 80) >= 1 && coalesce(var.runtime.port, 80) <= 65535
    error_message = "The port must be between 1 and 65535."
  }

  validation {
    condition     = var.runtime.kind != "git" || (var.runtime.repository != null && var.runtime.reference != null)
    error_message = "A Git runtime needs the repository and the reference that its image was built from."
  }
}

variable "size" {
  description = "Size: small, medium, large, or custom with custom_size."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["small", "medium", "large", "custom"], var.size)
    error_message = "The size must be small, medium, large or custom."
  }
}

variable "custom_size" {
  description = "What the size custom means: virtual processors, MiB of memory, and how many instances at least and at most."
  type = object({
    cpu               = string
    memory            = number
    minimum_instances = number
    maximum_instances = number
  })
  default = null

  validation {
    condition     = (var.size == "custom") == (var.custom_size != null)
    error_message = "The size custom needs custom_size, and only that size takes one."
  }

  validation {
    condition     = var.custom_size == null ? true : can(tonumber(var.custom_size.cpu)) && try(tonumber(var.custom_size.cpu) >= 0.25 && tonumber(var.custom_size.cpu) <= 16, false)
    error_message = "A custom size has 0.25 to 16 virtual processors."
  }

  validation {
    condition     = var.custom_size == null ? true : var.custom_size.minimum_instances >= 1 && var.custom_size.maximum_instances >= var.custom_size.minimum_instances
    error_message = "A custom size has at least one instance, and at most as many or more."
  }
}

variable "domains" {
  description = "Host names of the customer's own, each served with TLS."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for domain in var.domains : can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z]{2,63}$", domain))])
    error_message = "Each domain must be a host name in lower case, such as www.example.com."
  }

  validation {
    condition     = length(distinct(var.domains)) == length(var.domains)
    error_message = "Each domain may be named once."
  }
}

variable "labels" {
  description = "Labels for every resource that takes labels."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "environment" {
  description = "Variables of the site's environment that are no secrets."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name in keys(var.environment) : can(regex("^[A-Za-z_][A-Za-z0-9_]*$", name))])
    error_message = "The name of a variable has letters, digits and underscores, and begins with no digit."
  }
}

variable "secret_references" {
  description = "Names of variables and where the cloud finds their secrets; never the secrets themselves."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name in keys(var.secret_references) : can(regex("^[A-Za-z_][A-Za-z0-9_]*$", name))])
    error_message = "The name of a variable has letters, digits and underscores, and begins with no digit."
  }

  validation {
    condition     = length(setintersection(keys(var.environment), keys(var.secret_references))) == 0
    error_message = "A variable is either plain or secret."
  }
}

variable "add_ons" {
  description = "What the site has beside it: a database, object storage."
  type = object({
    database = optional(object({
      size    = string
      replica = bool
    }))
    storage = optional(bool, false)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.add_ons.database == null ? true : contains(["small", "medium", "large"], var.add_ons.database.size)
    error_message = "The size of a database must be small, medium or large."
  }
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
