mock_provider "aws" {
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:eu-central-1:123456789012:log-group:/freehold/shop-b7ec7564" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/role" }
  }

  mock_resource "aws_lb" {
    defaults = { arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/shop/1" }
  }

  mock_resource "aws_lb_target_group" {
    defaults = { arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/site/1" }
  }
}

variables {
  name               = "shop-b7ec7564"
  location           = "eu-central-1"
  image              = "example/shop:1"
  port               = 8080
  cpu                = 256
  memory             = 512
  minimum_instances  = 1
  maximum_instances  = 2
  vpc_id             = "vpc-1"
  public_subnet_ids  = ["subnet-1", "subnet-2"]
  private_subnet_ids = ["subnet-3", "subnet-4"]
}

run "is_reached_through_the_load_balancer_alone" {
  assert {
    condition     = { for key, rule in aws_vpc_security_group_ingress_rule.internet : key => [rule.cidr_ipv4, rule.ip_protocol, rule.from_port, rule.to_port] } == { "80" = ["0.0.0.0/0", "tcp", 80, 80] }
    error_message = "Without TLS the world gets in by port 80, and by no other."
  }

  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.internet : rule.security_group_id == aws_security_group.balancer.id])
    error_message = "It is the load balancer that the world gets to."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.balancer.referenced_security_group_id == aws_security_group.balancer.id && aws_vpc_security_group_ingress_rule.balancer.cidr_ipv4 == null && aws_vpc_security_group_ingress_rule.balancer.cidr_ipv6 == null
    error_message = "Containers are reached by the load balancer, and by no address."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.balancer.from_port == 8080 && aws_vpc_security_group_ingress_rule.balancer.to_port == 8080
    error_message = "Containers are reached by the one port they listen on."
  }

  assert {
    condition     = length(aws_security_group.balancer.ingress) == 0 && length(aws_security_group.site.ingress) == 0
    error_message = "No rule hides inside a security group."
  }
}

run "runs_in_private" {
  assert {
    condition     = !one(aws_ecs_service.this.network_configuration).assign_public_ip && toset(one(aws_ecs_service.this.network_configuration).subnets) == toset(["subnet-3", "subnet-4"])
    error_message = "Containers run in the private subnets, without a public address."
  }

  assert {
    condition     = toset(aws_lb.this.subnets) == toset(["subnet-1", "subnet-2"]) && aws_lb.this.drop_invalid_header_fields
    error_message = "The load balancer stands in the public subnets and passes on valid headers only."
  }
}

run "may_do_no_more_than_it_needs" {
  assert {
    condition = jsondecode(aws_iam_role_policy.execution.policy).Statement == [{
      Sid      = "WriteLog"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["arn:aws:logs:eu-central-1:123456789012:log-group:/freehold/shop-b7ec7564:*"]
    }]
    error_message = "Whoever starts a public image without secrets writes the site's log, and nothing else."
  }

  assert {
    condition     = length(aws_iam_role_policy.bucket) == 0
    error_message = "A site without a bucket may do nothing."
  }

  assert {
    condition     = alltrue([for role in [aws_iam_role.execution, aws_iam_role.task] : jsondecode(role.assume_role_policy).Statement[0].Principal == { Service = "ecs-tasks.amazonaws.com" }])
    error_message = "Nobody but the container service takes the roles."
  }
}

run "reads_the_secrets_it_is_given_and_no_others" {
  variables {
    secret_references = {
      TOKEN    = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:token-abcdef"
      PASSWORD = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:database-abcdef:password::"
      MODE     = "arn:aws:ssm:eu-central-1:123456789012:parameter/mode"
    }
  }

  assert {
    condition = { for statement in jsondecode(aws_iam_role_policy.execution.policy).Statement : statement.Sid => toset(statement.Resource) if statement.Sid != "WriteLog" } == {
      ReadSecrets    = toset(["arn:aws:secretsmanager:eu-central-1:123456789012:secret:token-abcdef", "arn:aws:secretsmanager:eu-central-1:123456789012:secret:database-abcdef"])
      ReadParameters = toset(["arn:aws:ssm:eu-central-1:123456789012:parameter/mode"])
    }
    error_message = "Each secret is named; none is read by a pattern."
  }

  assert {
    condition     = toset(jsondecode(aws_ecs_task_definition.this.container_definitions)[0].secrets[*].valueFrom) == toset(values(var.secret_references)) && length(jsondecode(aws_ecs_task_definition.this.container_definitions)[0].environment) == 0
    error_message = "Containers are told where secrets are, never what they are."
  }
}

run "reaches_its_bucket_and_no_other" {
  variables {
    has_bucket = true
    bucket_arn = "arn:aws:s3:::shop"
  }

  assert {
    condition     = toset(flatten(jsondecode(aws_iam_role_policy.bucket[0].policy).Statement[*].Resource)) == toset(["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"])
    error_message = "The site's rights end with its bucket."
  }

  assert {
    condition     = alltrue([for action in flatten(jsondecode(aws_iam_role_policy.bucket[0].policy).Statement[*].Action) : !endswith(action, "*")])
    error_message = "The site reads and writes objects; it does not change the bucket."
  }
}

run "fetches_its_image_from_a_private_registry" {
  variables {
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/acme/shop:1"
  }

  assert {
    condition     = [for statement in jsondecode(aws_iam_role_policy.execution.policy).Statement : statement.Resource if statement.Sid == "FetchImage"] == [["arn:aws:ecr:eu-west-1:123456789012:repository/acme/shop"]]
    error_message = "It fetches this image, and no other."
  }
}

run "serves_tls_and_leads_to_it" {
  variables {
    serves_tls      = true
    certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"
  }

  assert {
    condition     = toset(keys(aws_vpc_security_group_ingress_rule.internet)) == toset(["80", "443"])
    error_message = "The world gets in by 80 and 443."
  }

  assert {
    condition     = one(aws_lb_listener.http.default_action).type == "redirect" && one(one(aws_lb_listener.http.default_action).redirect).protocol == "HTTPS"
    error_message = "Port 80 does nothing but lead to TLS."
  }

  assert {
    condition     = aws_lb_listener.https[0].certificate_arn == var.certificate_arn && aws_lb_listener.https[0].ssl_policy == "ELBSecurityPolicy-TLS13-1-2-2021-06"
    error_message = "Port 443 speaks TLS 1.2 or 1.3 with the certificate."
  }
}

run "keeps_containers_healthy_and_as_many_as_needed" {
  variables {
    health_path       = "/healthz"
    minimum_instances = 3
    maximum_instances = 6
  }

  assert {
    condition     = one(aws_lb_target_group.this.health_check).path == "/healthz"
    error_message = "Health is asked for where the site says."
  }

  assert {
    condition     = aws_appautoscaling_target.this.min_capacity == 3 && aws_appautoscaling_target.this.max_capacity == 6
    error_message = "There may be as many containers as ordered."
  }

  assert {
    condition     = aws_ecs_service.this.desired_count == 1
    error_message = "How many there are now is left to the autoscaling."
  }

  assert {
    condition     = one(aws_ecs_service.this.deployment_circuit_breaker).rollback
    error_message = "A release that never becomes healthy is taken back."
  }
}

run "reaches_its_database" {
  variables {
    has_database               = true
    database_security_group_id = "sg-1"
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.database[0].referenced_security_group_id == "sg-1" && aws_vpc_security_group_egress_rule.database[0].to_port == 5432
    error_message = "Containers reach the database by its own port."
  }
}
