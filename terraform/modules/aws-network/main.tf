# A network of a site's own over two zones: what faces the internet in public
# subnets, what runs in private ones that reach out through NAT and that nothing
# reaches from outside.

variable "name" {
  description = "Name of the site's resources; at most 24 letters, digits and hyphens."
  type        = string
  nullable    = false
}

variable "cidr_block" {
  description = "Addresses of the network, a block of 16 to 24 bits."
  type        = string
  nullable    = false

  validation {
    condition     = can(cidrsubnet(var.cidr_block, 4, 0)) && try(tonumber(split("/", var.cidr_block)[1]) >= 16 && tonumber(split("/", var.cidr_block)[1]) <= 24, false)
    error_message = "The network needs a block of addresses of /16 to /24, such as 10.64.0.0/16."
  }
}

variable "nat_gateways" {
  description = "One NAT gateway for both zones, or two, so that losing a zone leaves the other its way out."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = contains([1, 2], var.nat_gateways)
    error_message = "There are one or two NAT gateways."
  }
}

data "aws_availability_zones" "available" {
  state = "available"

  # Local zones lack what a site needs.
  filter {
    name   = "zone-type"
    values = ["availability-zone"]
  }
}

locals {
  zones = slice(data.aws_availability_zones.available.names, 0, 2)
}

resource "aws_vpc" "this" {
  cidr_block           = var.cidr_block
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = { Name = var.name }
}

# What names no security group gets this one: it lets nothing through.
resource "aws_default_security_group" "closed" {
  vpc_id = aws_vpc.this.id

  tags = { Name = "${var.name}-closed" }
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id

  tags = { Name = var.name }
}

resource "aws_subnet" "public" {
  count = 2

  vpc_id                  = aws_vpc.this.id
  availability_zone       = local.zones[count.index]
  cidr_block              = cidrsubnet(var.cidr_block, 4, count.index)
  map_public_ip_on_launch = false

  tags = { Name = "${var.name}-public-${count.index + 1}" }
}

resource "aws_subnet" "private" {
  count = 2

  vpc_id            = aws_vpc.this.id
  availability_zone = local.zones[count.index]
  cidr_block        = cidrsubnet(var.cidr_block, 4, 8 + count.index)

  tags = { Name = "${var.name}-private-${count.index + 1}" }
}

resource "aws_eip" "nat" {
  count = var.nat_gateways

  domain = "vpc"

  tags = { Name = "${var.name}-nat-${count.index + 1}" }

  depends_on = [aws_internet_gateway.this]
}

resource "aws_nat_gateway" "this" {
  count = var.nat_gateways

  allocation_id = aws_eip.nat[count.index].id
  subnet_id     = aws_subnet.public[count.index].id

  tags = { Name = "${var.name}-${count.index + 1}" }
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.this.id

  tags = { Name = "${var.name}-public" }
}

resource "aws_route" "internet" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this.id
}

resource "aws_route_table_association" "public" {
  count = 2

  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table" "private" {
  count = 2

  vpc_id = aws_vpc.this.id

  tags = { Name = "${var.name}-private-${count.index + 1}" }
}

resource "aws_route" "nat" {
  count = 2

  route_table_id         = aws_route_table.private[count.index].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.this[min(count.index, var.nat_gateways - 1)].id
}

resource "aws_route_table_association" "private" {
  count = 2

  subnet_id      = aws_subnet.private[count.index].id
  route_table_id = aws_route_table.private[count.index].id
}

output "vpc_id" {
  description = "Id of the network."
  value       = aws_vpc.this.id
}

output "public_subnet_ids" {
  description = "Ids of the subnets that face the internet, one in each zone."
  value       = aws_subnet.public[*].id

  # What starts in a subnet reaches the internet from its first moment.
  depends_on = [aws_route.internet, aws_route_table_association.public]
}

output "private_subnet_ids" {
  description = "Ids of the subnets that nothing reaches from outside, one in each zone."
  value       = aws_subnet.private[*].id

  depends_on = [aws_route.nat, aws_route_table_association.private]
}
