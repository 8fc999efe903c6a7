# A website on the machine the portal runs on: no account, no provider.

terraform {
  required_version = ">= 1.9.0"

  backend "http" {}
}

# Named after the cloud, as every stack's own object is.
variable "local" {
  description = "Where the portal publishes sites, and what it publishes: source is read at apply, release names the content by its digest."
  type = object({
    publish_directory = string
    source            = string
    release           = string
    address           = string
  })
  nullable = false

  validation {
    condition     = startswith(var.local.publish_directory, "/")
    error_message = "The publish directory must be an absolute path."
  }

  validation {
    condition     = can(regex("^[0-9a-f]{64}$", var.local.release))
    error_message = "The release must be a SHA-256 digest in hex."
  }

  validation {
    condition     = var.local != null && var.runtime.kind == "static"
    error_message = "Sites on this machine are static: nothing here runs a container."
  }

  validation {
    condition     = var.local != null && var.size != "custom"
    error_message = "Sites on this machine have no custom size: nothing is reserved for them."
  }

  validation {
    condition     = var.local != null && length(var.domains) == 0
    error_message = "Sites on this machine have no domains of their own: their address is the machine's."
  }

  validation {
    condition     = var.local != null && length(var.environment) == 0
    error_message = "Sites on this machine take no environment: they are files, and nothing runs that could read it."
  }

  validation {
    condition     = var.local != null && length(var.secret_references) == 0
    error_message = "Sites on this machine take no secrets: they are files, and nothing runs that could read one."
  }

  validation {
    condition     = var.local != null && var.add_ons.database == null && !var.add_ons.storage
    error_message = "Sites on this machine have no add-ons: there is no database and no storage to give them."
  }
}

module "placement" {
  source = "../../modules/local-placement"

  location = var.location
  size     = var.size
  labels   = local.labels
}

module "site" {
  source = "../../modules/local-site"

  directory = "${var.local.publish_directory}/${var.tenant}/${var.site.name}"
  content   = var.local.source
  release   = var.local.release
}

locals {
  labels = merge(var.labels, {
    tenant = var.tenant
    site   = var.site.id
  })

  interface = {
    endpoints   = [var.local.address]
    dns_records = []
    resource_ids = {
      placement = module.placement.id
      directory = module.site.directory_id
      release   = module.site.release_id
    }
    health_url  = var.local.address
    cost_labels = module.placement.cost_labels
  }
}
