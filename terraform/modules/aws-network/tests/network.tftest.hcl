mock_provider "aws" {
  mock_data "aws_availability_zones" {
    defaults = { names = ["eu-central-1a", "eu-central-1b", "eu-central-1c"] }
  }
}

variables {
  name       = "shop-b7ec7564"
  cidr_block = "10.64.0.0/16"
}

run "spreads_over_two_zones" {
  assert {
    condition     = tolist(aws_subnet.public[*].availability_zone) == tolist(["eu-central-1a", "eu-central-1b"])
    error_message = "There is a public subnet in each of two zones."
  }

  assert {
    condition     = tolist(aws_subnet.private[*].availability_zone) == tolist(["eu-central-1a", "eu-central-1b"])
    error_message = "There is a private subnet in each of two zones."
  }

  assert {
    condition     = length(distinct(concat(aws_subnet.public[*].cidr_block, aws_subnet.private[*].cidr_block))) == 4
    error_message = "No two subnets share their addresses."
  }
}

run "lets_nothing_in_from_outside" {
  assert {
    condition     = alltrue([for route in aws_route.nat : route.gateway_id == null && route.nat_gateway_id != null])
    error_message = "Private subnets reach out through NAT alone."
  }

  assert {
    condition     = toset(aws_route.nat[*].route_table_id) == toset(aws_route_table.private[*].id)
    error_message = "No private subnet is left to the network's main routes."
  }

  assert {
    condition     = alltrue([for subnet in concat(aws_subnet.public, aws_subnet.private) : subnet.map_public_ip_on_launch != true])
    error_message = "Nothing gets a public address by itself."
  }

  assert {
    condition     = length(aws_default_security_group.closed.ingress) == 0 && length(aws_default_security_group.closed.egress) == 0
    error_message = "The security group of whatever names none lets nothing through."
  }
}

run "has_one_way_out_by_default" {
  assert {
    condition     = length(aws_nat_gateway.this) == 1 && length(distinct(aws_route.nat[*].nat_gateway_id)) == 1
    error_message = "Both private subnets share one NAT gateway."
  }

  assert {
    condition     = aws_nat_gateway.this[0].subnet_id == aws_subnet.public[0].id
    error_message = "NAT stands in a public subnet."
  }
}

run "has_a_way_out_in_each_zone_when_asked" {
  variables {
    nat_gateways = 2
  }

  assert {
    condition     = length(distinct(aws_route.nat[*].nat_gateway_id)) == 2
    error_message = "Each private subnet has a NAT gateway of its own zone."
  }
}

run "refuses_a_third_way_out" {
  command = plan

  variables {
    nat_gateways = 3
  }

  expect_failures = [var.nat_gateways]
}

run "refuses_a_block_too_small_to_divide" {
  command = plan

  variables {
    cidr_block = "10.64.0.0/26"
  }

  expect_failures = [var.cidr_block]
}
