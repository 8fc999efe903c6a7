# A site of files: in a bucket that CloudFront alone reads, served over TLS from
# the edge. Each release lies in a folder of its own, and visitors move from one
# to the next when the distribution does.

variable "name" {
  description = "Name of the site's resources."
  type        = string
  nullable    = false
}

variable "source_directory" {
  description = "Absolute path of the directory to publish; null when there is nothing to publish any more."
  type        = string
  default     = null
}

variable "release" {
  description = "Digest of the content; another digest is another release."
  type        = string
  nullable    = false
}

variable "price_class" {
  description = "From how much of the world the site is served: PriceClass_100, PriceClass_200 or PriceClass_All."
  type        = string
  default     = "PriceClass_100"
  nullable    = false

  validation {
    condition     = contains(["PriceClass_100", "PriceClass_200", "PriceClass_All"], var.price_class)
    error_message = "The price class must be PriceClass_100, PriceClass_200 or PriceClass_All."
  }
}

variable "domains" {
  description = "Host names of the customer's own that the distribution answers for."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "certificate_arn" {
  description = "ARN of their certificate, in us-east-1 as CloudFront wants it."
  type        = string
  default     = null
}

locals {
  files = var.source_directory == null ? toset([]) : fileset(var.source_directory, "**")

  # CloudFront knows the index of the root only. So that "about/" finds
  # about/index.html, the index is there under the folder's own name as well.
  folders = { for file in local.files : trimsuffix(file, "index.html") => file if endswith(file, "/index.html") }
  objects = merge({ for file in local.files : file => file }, local.folders)

  not_found = contains(local.files, "404.html")
  prefix    = "releases/${var.release}"

  types = {
    avif  = "image/avif"
    css   = "text/css; charset=utf-8"
    gif   = "image/gif"
    html  = "text/html; charset=utf-8"
    ico   = "image/x-icon"
    jpeg  = "image/jpeg"
    jpg   = "image/jpeg"
    js    = "text/javascript; charset=utf-8"
    json  = "application/json"
    map   = "application/json"
    mjs   = "text/javascript; charset=utf-8"
    mp4   = "video/mp4"
    pdf   = "application/pdf"
    png   = "image/png"
    svg   = "image/svg+xml"
    txt   = "text/plain; charset=utf-8"
    wasm  = "application/wasm"
    webp  = "image/webp"
    woff  = "font/woff"
    woff2 = "font/woff2"
    xml   = "application/xml"
  }
}

module "bucket" {
  source = "../aws-storage"

  name                    = var.name
  force_destroy           = true
  reader_distribution_arn = aws_cloudfront_distribution.this.arn
}

resource "aws_s3_object" "content" {
  for_each = local.objects

  bucket       = module.bucket.bucket
  key          = "${local.prefix}/${each.key}"
  source       = "${var.source_directory}/${each.value}"
  content_type = lookup(local.types, lower(element(split(".", each.value), length(split(".", each.value)) - 1)), "application/octet-stream")

  # Pages are asked for anew, so that a release shows at once.
  cache_control = endswith(each.value, ".html") ? "no-cache" : "public, max-age=300"

  lifecycle {
    # The old release is there until the distribution has left it.
    create_before_destroy = true
  }
}

resource "aws_cloudfront_origin_access_control" "this" {
  name                              = var.name
  description                       = "The distribution of the site reads its bucket."
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

resource "aws_cloudfront_distribution" "this" {
  enabled             = true
  is_ipv6_enabled     = true
  http_version        = "http2and3"
  comment             = var.name
  price_class         = var.price_class
  aliases             = var.domains
  default_root_object = "index.html"
  wait_for_deployment = true

  origin {
    origin_id                = "content"
    domain_name              = module.bucket.domain_name
    origin_path              = "/${local.prefix}"
    origin_access_control_id = aws_cloudfront_origin_access_control.this.id
  }

  default_cache_behavior {
    target_origin_id       = "content"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD", "OPTIONS"]
    cached_methods         = ["GET", "HEAD"]
    compress               = true
    # CachingOptimized, which AWS manages under this id in every account.
    cache_policy_id = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  }

  # The bucket answers 403 for what it lacks, as nobody may list it.
  dynamic "custom_error_response" {
    for_each = local.not_found ? [403, 404] : []

    content {
      error_code            = custom_error_response.value
      response_code         = 404
      response_page_path    = "/404.html"
      error_caching_min_ttl = 10
    }
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = length(var.domains) == 0
    acm_certificate_arn            = var.certificate_arn
    ssl_support_method             = length(var.domains) == 0 ? null : "sni-only"
    minimum_protocol_version       = length(var.domains) == 0 ? "TLSv1" : "TLSv1.2_2021"
  }

  depends_on = [aws_s3_object.content]
}

output "address" {
  description = "Host name of the distribution."
  value       = aws_cloudfront_distribution.this.domain_name
}

output "zone_id" {
  description = "Route 53 zone of the distribution's name, for alias records."
  value       = aws_cloudfront_distribution.this.hosted_zone_id
}

output "resource_ids" {
  description = "Ids of the distribution and the bucket."
  value = {
    distribution = aws_cloudfront_distribution.this.arn
    bucket       = module.bucket.arn
  }
}
