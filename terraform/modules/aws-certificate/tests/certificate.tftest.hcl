mock_provider "aws" {
  mock_resource "aws_acm_certificate" {
    defaults = {
      arn = "arn:aws:acm:eu-central-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"
      domain_validation_options = [
        {
          domain_name           = "acme.example"
          resource_record_name  = "_1.acme.example."
          resource_record_type  = "CNAME"
          resource_record_value = "_1.validations.example."
        },
        {
          domain_name           = "www.acme.example"
          resource_record_name  = "_2.www.acme.example."
          resource_record_type  = "CNAME"
          resource_record_value = "_2.validations.example."
        },
      ]
    }
  }
}

variables {
  domains = ["www.acme.example", "acme.example"]
}

run "gives_out_the_records_of_somebody_elses_dns" {
  assert {
    condition     = toset(output.dns_records[*].name) == toset(["_1.acme.example.", "_2.www.acme.example."])
    error_message = "Each host name has its record."
  }

  assert {
    condition     = !output.usable && output.arn == null
    error_message = "What nobody proved is not used."
  }

  assert {
    condition     = length(aws_route53_record.validation) == 0 && length(aws_acm_certificate_validation.this) == 0
    error_message = "Nothing waits for a customer."
  }
}

run "is_used_once_the_customers_records_are_there" {
  variables {
    validated = true
  }

  assert {
    condition     = output.usable && aws_acm_certificate_validation.this[0].certificate_arn == aws_acm_certificate.this.arn
    error_message = "The validated certificate is given out."
  }
}

run "proves_host_names_of_our_own_zone_itself" {
  variables {
    zone_id = "Z1"
  }

  assert {
    condition     = aws_route53_record.validation["acme.example"].name == "_1.acme.example." && aws_route53_record.validation["www.acme.example"].name == "_2.www.acme.example."
    error_message = "Each host name has its own record."
  }

  assert {
    condition     = output.usable && length(aws_acm_certificate_validation.this[0].validation_record_fqdns) == 2
    error_message = "The certificate is given out once both are proved."
  }
}

run "names_every_domain" {
  assert {
    condition     = aws_acm_certificate.this.domain_name == "www.acme.example" && toset(aws_acm_certificate.this.subject_alternative_names) == toset(["acme.example"])
    error_message = "The certificate holds for all of them."
  }
}

run "refuses_no_domain" {
  command = plan

  variables {
    domains = []
  }

  expect_failures = [var.domains]
}
