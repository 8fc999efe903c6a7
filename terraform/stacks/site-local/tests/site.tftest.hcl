variables {
  tenant   = "acme"
  location = "here"
  size     = "small"
  labels   = { product = "website" }
  site = {
    id      = "site_1"
    name    = "shop"
    product = "website"
  }
  local = {
    publish_directory = "/tmp/freehold-terraform-test"
    source            = "/tmp/freehold-terraform-test-content"
    release           = "0000000000000000000000000000000000000000000000000000000000000000"
    address           = "http://shop.acme.localhost:7007"
  }
}

run "plans_a_site" {
  command = plan

  assert {
    condition     = length(output.dns_records) == 0
    error_message = "A site on this machine needs no DNS records."
  }

  assert {
    condition     = output.cost_labels == tomap({ product = "website", tenant = "acme", site = "site_1" })
    error_message = "Costs are found by tenant, site and the given labels."
  }

  assert {
    condition     = output.health_url == "http://shop.acme.localhost:7007"
    error_message = "The site is healthy when its own address answers."
  }

  assert {
    condition     = one(output.endpoints) == "http://shop.acme.localhost:7007"
    error_message = "The site has its address as its one endpoint."
  }
}

run "refuses_secrets" {
  command = plan

  variables {
    secret_references = { password = "vault/acme/shop" }
  }

  expect_failures = [var.local]
}

run "refuses_a_release_that_is_no_digest" {
  command = plan

  variables {
    local = {
      publish_directory = "/tmp/freehold-terraform-test"
      source            = "/tmp/freehold-terraform-test-content"
      release           = "latest"
      address           = "http://shop.acme.localhost:7007"
    }
  }

  expect_failures = [var.local]
}

run "refuses_a_relative_publish_directory" {
  command = plan

  variables {
    local = {
      publish_directory = "published"
      source            = "/tmp/freehold-terraform-test-content"
      release           = "0000000000000000000000000000000000000000000000000000000000000000"
      address           = "http://shop.acme.localhost:7007"
    }
  }

  expect_failures = [var.local]
}

run "refuses_a_name_that_is_no_dns_label" {
  command = plan

  variables {
    site = {
      id      = "site_1"
      name    = "../escape"
      product = "website"
    }
  }

  expect_failures = [var.site]
}
