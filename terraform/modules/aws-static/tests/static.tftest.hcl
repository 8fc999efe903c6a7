mock_provider "aws" {}

variables {
  name             = "shop-b7ec7564"
  source_directory = "tests/content"
  release          = "0000000000000000000000000000000000000000000000000000000000000000"
}

run "serves_over_tls_from_a_bucket_it_signs_for" {
  assert {
    condition     = one(aws_cloudfront_distribution.this.default_cache_behavior).viewer_protocol_policy == "redirect-to-https"
    error_message = "Visitors are led to TLS."
  }

  assert {
    condition     = aws_cloudfront_origin_access_control.this.signing_behavior == "always" && one(aws_cloudfront_distribution.this.origin).origin_access_control_id == aws_cloudfront_origin_access_control.this.id
    error_message = "The bucket is read by signed requests alone."
  }

  assert {
    condition     = toset(one(aws_cloudfront_distribution.this.default_cache_behavior).allowed_methods) == toset(["GET", "HEAD", "OPTIONS"])
    error_message = "Visitors read and do nothing else."
  }
}

run "publishes_each_release_in_a_folder_of_its_own" {
  assert {
    condition     = one(aws_cloudfront_distribution.this.origin).origin_path == "/releases/${var.release}"
    error_message = "The distribution reads this release."
  }

  assert {
    condition     = alltrue([for object in aws_s3_object.content : startswith(object.key, "releases/${var.release}/")])
    error_message = "No file lies outside the release's folder."
  }

  assert {
    condition     = toset(keys(aws_s3_object.content)) == toset(["404.html", "about/", "about/index.html", "index.html", "site.css"])
    error_message = "A folder's index is found under the folder's name, too."
  }

  assert {
    condition     = aws_s3_object.content["about/"].content_type == "text/html; charset=utf-8" && aws_s3_object.content["site.css"].content_type == "text/css; charset=utf-8"
    error_message = "Browsers are told what a file is."
  }

  assert {
    condition     = toset([for answer in aws_cloudfront_distribution.this.custom_error_response : answer.error_code]) == toset([403, 404])
    error_message = "The site's own page answers for what is missing."
  }
}

run "serves_a_domain_with_its_certificate" {
  variables {
    domains         = ["www.acme.example"]
    certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"
  }

  assert {
    condition     = one(aws_cloudfront_distribution.this.viewer_certificate).minimum_protocol_version == "TLSv1.2_2021" && one(aws_cloudfront_distribution.this.viewer_certificate).acm_certificate_arn == var.certificate_arn
    error_message = "The domain is served with its certificate, from TLS 1.2 on."
  }

  assert {
    condition     = toset(aws_cloudfront_distribution.this.aliases) == toset(["www.acme.example"])
    error_message = "The distribution answers for the domain."
  }
}

run "plans_its_end_without_the_files" {
  variables {
    source_directory = null
  }

  assert {
    condition     = length(aws_s3_object.content) == 0
    error_message = "What is no more needs no files."
  }
}

run "refuses_an_unknown_price_class" {
  command = plan

  variables {
    price_class = "PriceClass_1"
  }

  expect_failures = [var.price_class]
}
