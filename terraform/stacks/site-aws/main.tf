# A website on AWS: files behind CloudFront, or containers behind a load
# balancer in a network of the site's own.

terraform {
  backend "http" {}
}

# Named after the cloud, as every stack's own object is.
variable "aws" {
  description = "What only AWS needs. source and release: a static site's files (their folder as seen from this one, null at a destroy) and their digest. endpoint: of a double of AWS, else null. vpc_cidr: addresses of the site's network. zone_id: the Route 53 zone that holds the domains, null when the customer keeps their DNS; then validated_domains names those whose records of dns_records are there. health_path: what a container answers while healthy. keep_final_snapshot: whether a destroyed database leaves a snapshot."
  type = object({
    source              = optional(string)
    release             = optional(string)
    endpoint            = optional(string)
    vpc_cidr            = optional(string, "10.64.0.0/16")
    zone_id             = optional(string)
    validated_domains   = optional(list(string), [])
    health_path         = optional(string, "/")
    keep_final_snapshot = optional(bool, true)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.runtime.kind != "static" || can(regex("^[0-9a-f]{64}$", var.aws.release))
    error_message = "A static site needs its release, a SHA-256 digest in hex."
  }

  validation {
    condition     = var.aws != null && (var.runtime.kind != "static" || var.size != "custom")
    error_message = "A static site on AWS has no custom size: the edge serves it, and nothing is reserved."
  }

  validation {
    condition     = var.aws != null && (var.runtime.kind != "static" || length(var.environment) + length(var.secret_references) == 0)
    error_message = "A static site takes no environment and no secrets: nothing runs that could read them."
  }

  validation {
    condition     = var.aws != null && (var.runtime.kind != "static" || (var.add_ons.database == null && !var.add_ons.storage))
    error_message = "A static site has no add-ons: nothing runs that could use a database or storage."
  }

  validation {
    condition     = var.aws != null && (var.custom_size == null ? true : try(contains(local.memory[tostring(tonumber(var.custom_size.cpu) * 1024)], var.custom_size.memory), false))
    error_message = "Fargate has 0.25, 0.5, 1, 2, 4, 8 or 16 virtual processors, each with 2 to 8 times as many GiB of memory in whole steps (0.25: 512, 1024 or 2048 MiB)."
  }

  validation {
    condition     = var.aws != null && alltrue([for reference in values(var.secret_references) : can(regex("^arn:aws[a-z-]*:(secretsmanager|ssm):[a-z0-9-]+:[0-9]{12}:(secret:|parameter/).+$", reference))])
    error_message = "On AWS, a secret is referred to by the ARN of a Secrets Manager secret or of an SSM parameter."
  }
}

provider "aws" {
  region = var.location

  # The addresses of a double come by AWS_ENDPOINT_URL; it has no host name for
  # each bucket.
  s3_use_path_style           = local.double
  skip_credentials_validation = local.double
  skip_metadata_api_check     = local.double

  default_tags {
    tags = local.labels
  }
}

# CloudFront takes certificates from there alone.
provider "aws" {
  alias  = "global"
  region = "us-east-1"

  s3_use_path_style           = local.double
  skip_credentials_validation = local.double
  skip_metadata_api_check     = local.double

  default_tags {
    tags = local.labels
  }
}

locals {
  double = var.aws.endpoint != null
  static = var.runtime.kind == "static"

  labels = merge(var.labels, {
    tenant = var.tenant
    site   = var.site.id
  })

  # Short enough for every resource, and another for another site of that name.
  name = "${trimsuffix(substr(var.site.name, 0, 15), "-")}-${substr(sha256("${var.tenant}/${var.site.id}"), 0, 8)}"

  # What Fargate offers: MiB of memory by units of processor.
  memory = {
    "256"   = [512, 1024, 2048]
    "512"   = range(1024, 4096 + 1, 1024)
    "1024"  = range(2048, 8192 + 1, 1024)
    "2048"  = range(4096, 16384 + 1, 1024)
    "4096"  = range(8192, 30720 + 1, 1024)
    "8192"  = range(16384, 61440 + 1, 4096)
    "16384" = range(32768, 122880 + 1, 8192)
  }

  sizes = {
    small  = { cpu = 256, memory = 512, minimum = 1, maximum = 2, price_class = "PriceClass_100" }
    medium = { cpu = 512, memory = 1024, minimum = 2, maximum = 4, price_class = "PriceClass_200" }
    large  = { cpu = 1024, memory = 2048, minimum = 2, maximum = 8, price_class = "PriceClass_All" }
    custom = {
      cpu         = try(tonumber(var.custom_size.cpu) * 1024, 256)
      memory      = try(var.custom_size.memory, 512)
      minimum     = try(var.custom_size.minimum_instances, 1)
      maximum     = try(var.custom_size.maximum_instances, 1)
      price_class = "PriceClass_100"
    }
  }
  size = local.sizes[var.size]

  has_database = !local.static && var.add_ons.database != null
  has_storage  = !local.static && var.add_ons.storage

  # A domain is served once the DNS proves whose it is; what is served already
  # stays so while another waits.
  served_domains  = var.aws.zone_id != null ? var.domains : [for domain in var.domains : domain if contains(var.aws.validated_domains, domain)]
  pending_domains = [for domain in var.domains : domain if !contains(local.served_domains, domain)]
  serves_domains  = length(local.served_domains) > 0
}

module "certificate" {
  source = "../../modules/aws-certificate"
  count  = local.serves_domains && !local.static ? 1 : 0

  domains   = local.served_domains
  zone_id   = var.aws.zone_id
  validated = true
}

module "edge_certificate" {
  source = "../../modules/aws-certificate"
  count  = local.serves_domains && local.static ? 1 : 0

  providers = { aws = aws.global }

  domains   = local.served_domains
  zone_id   = var.aws.zone_id
  validated = true
}

# Serves nothing: it tells the records to set, which are the same for every
# certificate of a domain in an account.
module "pending_certificate" {
  source = "../../modules/aws-certificate"
  count  = length(local.pending_domains) > 0 ? 1 : 0

  domains = local.pending_domains
}

module "files" {
  source = "../../modules/aws-static"
  count  = local.static ? 1 : 0

  name             = local.name
  source_directory = var.aws.source
  release          = var.aws.release
  price_class      = local.size.price_class
  domains          = local.served_domains
  certificate_arn  = one(module.edge_certificate[*].arn)
}

module "network" {
  source = "../../modules/aws-network"
  count  = local.static ? 0 : 1

  name         = local.name
  cidr_block   = var.aws.vpc_cidr
  nat_gateways = local.size.minimum > 1 ? 2 : 1
}

module "database" {
  source = "../../modules/aws-database"
  count  = local.has_database ? 1 : 0

  name                     = local.name
  size                     = try(var.add_ons.database.size, "small")
  replica                  = try(var.add_ons.database.replica, false)
  keep_final_snapshot      = var.aws.keep_final_snapshot
  vpc_id                   = module.network[0].vpc_id
  subnet_ids               = module.network[0].private_subnet_ids
  client_security_group_id = module.containers[0].security_group_id
}

module "storage" {
  source = "../../modules/aws-storage"
  count  = local.has_storage ? 1 : 0

  name = local.name
}

module "containers" {
  source = "../../modules/aws-compute"
  count  = local.static ? 0 : 1

  name              = local.name
  location          = var.location
  image             = var.runtime.image
  port              = var.runtime.port
  health_path       = var.aws.health_path
  cpu               = local.size.cpu
  memory            = local.size.memory
  minimum_instances = local.size.minimum
  maximum_instances = local.size.maximum

  environment = merge(
    merge(module.database[*].environment...),
    { for bucket in module.storage[*].bucket : "STORAGE_BUCKET" => bucket },
    var.environment,
  )
  secret_references = merge(
    merge(module.database[*].secret_references...),
    var.secret_references,
  )

  vpc_id             = module.network[0].vpc_id
  public_subnet_ids  = module.network[0].public_subnet_ids
  private_subnet_ids = module.network[0].private_subnet_ids

  serves_tls      = local.serves_domains
  certificate_arn = one(module.certificate[*].arn)

  has_bucket                 = local.has_storage
  bucket_arn                 = one(module.storage[*].arn)
  has_database               = local.has_database
  database_security_group_id = one(module.database[*].security_group_id)
}

locals {
  # One of the two is there.
  target = {
    address = one(concat(module.files[*].address, module.containers[*].address))
    zone_id = one(concat(module.files[*].zone_id, module.containers[*].zone_id))
  }
}

resource "aws_route53_record" "site" {
  for_each = var.aws.zone_id == null ? [] : toset(var.domains)

  zone_id = var.aws.zone_id
  name    = each.key
  type    = "A"

  alias {
    name                   = local.target.address
    zone_id                = local.target.zone_id
    evaluate_target_health = !local.static
  }
}

locals {
  # A load balancer's own name has no certificate.
  own_address = "${local.static ? "https" : "http"}://${local.target.address}/"

  interface = {
    endpoints = local.serves_domains ? [for domain in local.served_domains : "https://${domain}/"] : [local.own_address]
    dns_records = var.aws.zone_id != null ? [] : concat(
      flatten(module.certificate[*].dns_records),
      flatten(module.edge_certificate[*].dns_records),
      flatten(module.pending_certificate[*].dns_records),
      [for domain in var.domains : { name = domain, type = "CNAME", value = local.target.address }],
    )
    resource_ids = merge(
      merge(module.files[*].resource_ids...),
      merge(module.containers[*].resource_ids...),
      merge(module.database[*].resource_ids...),
      { for arn in module.storage[*].arn : "storage" => arn },
      { for id in module.network[*].vpc_id : "network" => id },
    )
    # Asked at its own name, a load balancer that serves TLS only redirects.
    health_url = (local.static ? local.own_address :
      local.serves_domains ? "https://${local.served_domains[0]}${var.aws.health_path}" :
    "http://${local.target.address}${var.aws.health_path}")
    cost_labels = local.labels
  }
}
