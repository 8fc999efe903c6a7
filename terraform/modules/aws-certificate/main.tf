# A certificate for a customer's host names. Whoever keeps their DNS proves that
# they are the customer's: we, when we keep the zone; else the customer, by the
# records this gives out. An apply never waits for a customer.

variable "domains" {
  description = "Host names on the certificate, at least one."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.domains) > 0
    error_message = "A certificate needs a host name."
  }
}

variable "zone_id" {
  description = "Id of the Route 53 zone that holds the host names; null when somebody else keeps their DNS."
  type        = string
  default     = null
}

variable "validated" {
  description = "Whether the records are in the customer's DNS already, so that the certificate may be used."
  type        = bool
  default     = false
  nullable    = false
}

locals {
  usable  = var.zone_id != null || var.validated
  options = aws_acm_certificate.this.domain_validation_options
}

resource "aws_acm_certificate" "this" {
  domain_name               = var.domains[0]
  subject_alternative_names = slice(var.domains, 1, length(var.domains))
  validation_method         = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "validation" {
  for_each = var.zone_id == null ? [] : toset(var.domains)

  zone_id         = var.zone_id
  name            = one([for option in local.options : option.resource_record_name if option.domain_name == each.key])
  type            = one([for option in local.options : option.resource_record_type if option.domain_name == each.key])
  records         = [one([for option in local.options : option.resource_record_value if option.domain_name == each.key])]
  ttl             = 300
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "this" {
  count = local.usable ? 1 : 0

  certificate_arn         = aws_acm_certificate.this.arn
  validation_record_fqdns = var.zone_id == null ? null : [for record in aws_route53_record.validation : record.fqdn]

  timeouts {
    create = "15m"
  }
}

output "arn" {
  description = "ARN of the certificate once it may be used; null until then."
  value       = one(aws_acm_certificate_validation.this[*].certificate_arn)
}

output "usable" {
  description = "Whether the certificate may be used; known before anything is made."
  value       = local.usable
}

output "dns_records" {
  description = "Records that prove whose the host names are: name, type, value."
  value = [for option in local.options : {
    name  = option.resource_record_name
    type  = option.resource_record_type
    value = option.resource_record_value
  }]
}
