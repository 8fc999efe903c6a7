# Planned against a double of AWS: mocks of Terraform 1.11 know no ephemeral
# resources, which the password of a database needs.

variables {
  tenant   = "acme"
  location = "eu-central-1"
  size     = "small"
  labels   = { product = "website" }
  site = {
    id      = "site_1"
    name    = "shop"
    product = "website"
  }
  aws = {
    endpoint = "http://aws.example"
    release  = "0000000000000000000000000000000000000000000000000000000000000000"
  }
}

run "plans_a_static_site_without_a_network" {
  command = plan

  assert {
    condition     = length(module.files) == 1 && length(module.network) == 0 && length(module.containers) == 0
    error_message = "Files need no network and no containers."
  }

  assert {
    condition     = tomap(output.cost_labels) == tomap({ product = "website", tenant = "acme", site = "site_1" })
    error_message = "Costs are found by tenant, site and the given labels."
  }
}

run "plans_a_container_in_a_network" {
  command = plan

  variables {
    runtime     = { kind = "container", image = "example/shop:1", port = 8080 }
    environment = { GREETING = "hello" }
  }

  assert {
    condition     = length(module.files) == 0 && length(module.network[0].private_subnet_ids) == 2
    error_message = "A container runs in private subnets over two zones."
  }

  assert {
    condition     = length(module.database) == 0 && length(module.storage) == 0
    error_message = "What nobody ordered is not there."
  }
}

run "plans_add_ons" {
  command = plan

  variables {
    runtime = { kind = "git", repository = "https://git.example/shop", reference = "v1", image = "example/shop:1", port = 8080 }
    add_ons = { database = { size = "medium", replica = true }, storage = true }
  }

  assert {
    condition     = length(module.database) == 1 && length(module.storage) == 1
    error_message = "The database and the storage are there."
  }
}

run "awaits_the_customers_records_before_it_serves_their_domain" {
  command = plan

  variables {
    runtime = { kind = "container", image = "example/shop:1", port = 8080 }
    domains = ["www.acme.example"]
  }

  assert {
    condition     = length(module.certificate) == 0 && !module.pending_certificate[0].usable
    error_message = "A certificate nobody validated is not used."
  }
}

run "serves_a_domain_whose_records_are_there" {
  command = plan

  variables {
    runtime = { kind = "container", image = "example/shop:1", port = 8080 }
    domains = ["www.acme.example"]
    aws     = { endpoint = "http://aws.example", validated_domains = ["www.acme.example"] }
  }

  assert {
    condition     = one(output.endpoints) == "https://www.acme.example/"
    error_message = "The domain is the address."
  }
}

run "refuses_a_static_site_without_a_release" {
  command = plan

  variables {
    aws = { endpoint = "http://aws.example" }
  }

  expect_failures = [var.aws]
}

run "refuses_add_ons_of_a_static_site" {
  command = plan

  variables {
    add_ons = { storage = true }
  }

  expect_failures = [var.aws]
}

run "refuses_secrets_of_a_static_site" {
  command = plan

  variables {
    secret_references = { TOKEN = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:token-abc" }
  }

  expect_failures = [var.aws]
}

run "refuses_memory_that_fargate_lacks" {
  command = plan

  variables {
    runtime     = { kind = "container", image = "example/shop:1", port = 8080 }
    size        = "custom"
    custom_size = { cpu = "0.25", memory = 4096, minimum_instances = 1, maximum_instances = 2 }
  }

  expect_failures = [var.aws]
}

run "plans_a_custom_size" {
  command = plan

  variables {
    runtime     = { kind = "container", image = "example/shop:1", port = 8080 }
    size        = "custom"
    custom_size = { cpu = "4", memory = 8192, minimum_instances = 3, maximum_instances = 6 }
  }

  assert {
    condition     = output.cost_labels.tenant == "acme"
    error_message = "A size of one's own is labelled as every other."
  }
}

run "refuses_a_secret_given_in_clear" {
  command = plan

  variables {
    runtime           = { kind = "container", image = "example/shop:1", port = 8080 }
    secret_references = { TOKEN = "meadow-lantern" }
  }

  expect_failures = [var.aws]
}
