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

run "refuses_a_container" {
  command = plan

  variables {
    runtime = { kind = "container", image = "example/shop:1", port = 8080 }
  }

  expect_failures = [var.local]
}

run "refuses_a_custom_size" {
  command = plan

  variables {
    size        = "custom"
    custom_size = { cpu = "0.5", memory = 1024, minimum_instances = 1, maximum_instances = 2 }
  }

  expect_failures = [var.local]
}

run "refuses_domains" {
  command = plan

  variables {
    domains = ["www.example.com"]
  }

  expect_failures = [var.local]
}

run "refuses_an_environment" {
  command = plan

  variables {
    environment = { MODE = "fast" }
  }

  expect_failures = [var.local]
}

run "refuses_secrets" {
  command = plan

  variables {
    secret_references = { PASSWORD = "vault/acme/shop" }
  }

  expect_failures = [var.local]
}

run "refuses_a_database" {
  command = plan

  variables {
    add_ons = { database = { size = "small", replica = false } }
  }

  expect_failures = [var.local]
}

run "refuses_storage" {
  command = plan

  variables {
    add_ons = { storage = true }
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

run "refuses_an_unknown_size" {
  command = plan

  variables {
    size = "enormous"
  }

  expect_failures = [var.size]
}

run "refuses_a_custom_size_without_its_figures" {
  command = plan

  variables {
    size = "custom"
  }

  expect_failures = [var.custom_size, var.local]
}

run "refuses_a_container_without_an_image" {
  command = plan

  variables {
    runtime = { kind = "container" }
  }

  expect_failures = [var.runtime]
}

run "refuses_a_domain_that_is_no_host_name" {
  command = plan

  variables {
    domains = ["https://www.example.com"]
  }

  expect_failures = [var.domains]
}
