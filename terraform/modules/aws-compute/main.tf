# Containers of a site on Fargate in the private subnets, behind a load balancer
# in the public ones. As many as the load asks for, each checked for its health,
# each with no more rights than it needs.

variable "name" {
  description = "Name of the site's resources."
  type        = string
  nullable    = false
}

variable "location" {
  description = "Region of the cloud."
  type        = string
  nullable    = false
}

variable "image" {
  description = "Image of the container."
  type        = string
  nullable    = false
}

variable "port" {
  description = "Port the container listens on."
  type        = number
  nullable    = false
}

variable "cpu" {
  description = "Units of processor of one container; 1024 are one virtual processor."
  type        = number
  nullable    = false
}

variable "memory" {
  description = "Memory of one container in MiB."
  type        = number
  nullable    = false
}

variable "minimum_instances" {
  description = "How many containers there are at least."
  type        = number
  nullable    = false
}

variable "maximum_instances" {
  description = "How many containers there are at most."
  type        = number
  nullable    = false
}

variable "environment" {
  description = "Variables of the container's environment that are no secrets."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "secret_references" {
  description = "Names of variables and the ARN of a Secrets Manager secret or an SSM parameter for each."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "health_path" {
  description = "Path that answers 200 to 399 while a container is healthy."
  type        = string
  default     = "/"
  nullable    = false
}

variable "vpc_id" {
  description = "Id of the network."
  type        = string
  nullable    = false
}

variable "public_subnet_ids" {
  description = "Ids of the subnets of the load balancer."
  type        = list(string)
  nullable    = false
}

variable "private_subnet_ids" {
  description = "Ids of the subnets of the containers."
  type        = list(string)
  nullable    = false
}

variable "serves_tls" {
  description = "Whether the load balancer serves TLS with the certificate and redirects to it."
  type        = bool
  default     = false
  nullable    = false
}

variable "certificate_arn" {
  description = "ARN of the certificate, where it serves TLS."
  type        = string
  default     = null
}

variable "bucket_arn" {
  description = "ARN of a bucket that the site reads and writes; null for none."
  type        = string
  default     = null
}

variable "has_bucket" {
  description = "Whether there is such a bucket; known before it is made."
  type        = bool
  default     = false
  nullable    = false
}

variable "has_database" {
  description = "Whether the site reaches a database in its network."
  type        = bool
  default     = false
  nullable    = false
}

variable "database_security_group_id" {
  description = "Id of the security group of that database."
  type        = string
  default     = null
}

locals {
  # Account, region and repository of an image in a private registry of AWS.
  registry = try(regex("^(\\d{12})[.]dkr[.]ecr[.]([a-z0-9-]+)[.]amazonaws[.]com/([^:@]+)", var.image), null)

  # A reference may name one key of a secret, behind the ARN's seven parts.
  secret_arns = [for reference in values(var.secret_references) : join(":", slice(split(":", reference), 0, 7)) if strcontains(reference, ":secretsmanager:")]
  parameters  = [for reference in values(var.secret_references) : reference if strcontains(reference, ":ssm:")]
  assume_tasks = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/freehold/${var.name}"
  retention_in_days = 30
}

# Starts containers: fetches the image, reads the secrets, writes the log.
resource "aws_iam_role" "execution" {
  name               = "${var.name}-execution"
  assume_role_policy = local.assume_tasks
}

resource "aws_iam_role_policy" "execution" {
  name = "start"
  role = aws_iam_role.execution.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat([{
      Sid      = "WriteLog"
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = ["${aws_cloudwatch_log_group.this.arn}:*"]
      }], local.registry == null ? [] : [{
      Sid      = "SignInToRegistry"
      Effect   = "Allow"
      Action   = ["ecr:GetAuthorizationToken"]
      Resource = ["*"]
      }, {
      Sid      = "FetchImage"
      Effect   = "Allow"
      Action   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
      Resource = ["arn:aws:ecr:${local.registry[1]}:${local.registry[0]}:repository/${local.registry[2]}"]
      }], length(local.secret_arns) == 0 ? [] : [{
      Sid      = "ReadSecrets"
      Effect   = "Allow"
      Action   = ["secretsmanager:GetSecretValue"]
      Resource = local.secret_arns
      }], length(local.parameters) == 0 ? [] : [{
      Sid      = "ReadParameters"
      Effect   = "Allow"
      Action   = ["ssm:GetParameters"]
      Resource = local.parameters
    }])
  })
}

# What the site's own code may do: its bucket, if it has one, else nothing.
resource "aws_iam_role" "task" {
  name               = "${var.name}-task"
  assume_role_policy = local.assume_tasks
}

resource "aws_iam_role_policy" "bucket" {
  count = var.has_bucket ? 1 : 0

  name = "bucket"
  role = aws_iam_role.task.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:ListBucket"]
      Resource = [var.bucket_arn]
      }, {
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
      Resource = ["${var.bucket_arn}/*"]
    }]
  })
}

resource "aws_security_group" "balancer" {
  name        = "${var.name}-balancer"
  description = "The load balancer of the site: open to the internet."
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "internet" {
  for_each = toset(var.serves_tls ? ["80", "443"] : ["80"])

  security_group_id = aws_security_group.balancer.id
  description       = "Visitors"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = tonumber(each.key)
  to_port           = tonumber(each.key)
}

resource "aws_vpc_security_group_egress_rule" "site" {
  security_group_id            = aws_security_group.balancer.id
  description                  = "The containers"
  referenced_security_group_id = aws_security_group.site.id
  ip_protocol                  = "tcp"
  from_port                    = var.port
  to_port                      = var.port
}

resource "aws_security_group" "site" {
  name        = "${var.name}-site"
  description = "The containers of the site: reached by its load balancer alone."
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "balancer" {
  security_group_id            = aws_security_group.site.id
  description                  = "The load balancer"
  referenced_security_group_id = aws_security_group.balancer.id
  ip_protocol                  = "tcp"
  from_port                    = var.port
  to_port                      = var.port
}

resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = aws_security_group.site.id
  description       = "Images, secrets, logs and services over TLS"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_egress_rule" "database" {
  count = var.has_database ? 1 : 0

  security_group_id            = aws_security_group.site.id
  description                  = "The database"
  referenced_security_group_id = var.database_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}

resource "aws_lb" "this" {
  name                       = var.name
  load_balancer_type         = "application"
  internal                   = false
  subnets                    = var.public_subnet_ids
  security_groups            = [aws_security_group.balancer.id]
  drop_invalid_header_fields = true
}

# Its name is free for the next one only once it is gone, so it has none of ours.
resource "aws_lb_target_group" "this" {
  name_prefix          = "site-"
  vpc_id               = var.vpc_id
  target_type          = "ip"
  protocol             = "HTTP"
  port                 = var.port
  deregistration_delay = 30

  health_check {
    path                = var.health_path
    matcher             = "200-399"
    interval            = 15
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.this.arn
  protocol          = "HTTP"
  port              = 80

  default_action {
    type             = var.serves_tls ? "redirect" : "forward"
    target_group_arn = var.serves_tls ? null : aws_lb_target_group.this.arn

    dynamic "redirect" {
      for_each = var.serves_tls ? [true] : []

      content {
        protocol    = "HTTPS"
        port        = "443"
        status_code = "HTTP_301"
      }
    }
  }
}

resource "aws_lb_listener" "https" {
  count = var.serves_tls ? 1 : 0

  load_balancer_arn = aws_lb.this.arn
  protocol          = "HTTPS"
  port              = 443
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = var.certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this.arn
  }
}

resource "aws_ecs_cluster" "this" {
  name = var.name

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_task_definition" "this" {
  family                   = var.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = tostring(var.cpu)
  memory                   = tostring(var.memory)
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn

  container_definitions = jsonencode([{
    name         = "site"
    image        = var.image
    essential    = true
    portMappings = [{ containerPort = var.port, hostPort = var.port, protocol = "tcp" }]
    environment  = [for name, value in var.environment : { name = name, value = value }]
    secrets      = [for name, reference in var.secret_references : { name = name, valueFrom = reference }]
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.this.name
        awslogs-region        = var.location
        awslogs-stream-prefix = "site"
      }
    }
  }])
}

resource "aws_ecs_service" "this" {
  name                              = var.name
  cluster                           = aws_ecs_cluster.this.id
  task_definition                   = aws_ecs_task_definition.this.arn
  launch_type                       = "FARGATE"
  desired_count                     = var.minimum_instances
  health_check_grace_period_seconds = 60
  propagate_tags                    = "SERVICE"
  enable_ecs_managed_tags           = true

  network_configuration {
    subnets          = var.private_subnet_ids
    security_groups  = [aws_security_group.site.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.this.arn
    container_name   = "site"
    container_port   = var.port
  }

  # A release whose containers don't become healthy is taken back.
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  lifecycle {
    # The number is the autoscaling's from now on.
    ignore_changes = [desired_count]
  }

  depends_on = [aws_lb_listener.http, aws_iam_role_policy.execution]
}

resource "aws_appautoscaling_target" "this" {
  service_namespace  = "ecs"
  resource_id        = "service/${aws_ecs_cluster.this.name}/${aws_ecs_service.this.name}"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = var.minimum_instances
  max_capacity       = var.maximum_instances
}

resource "aws_appautoscaling_policy" "processor" {
  name               = "${var.name}-processor"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.this.service_namespace
  resource_id        = aws_appautoscaling_target.this.resource_id
  scalable_dimension = aws_appautoscaling_target.this.scalable_dimension

  target_tracking_scaling_policy_configuration {
    target_value       = 60
    scale_in_cooldown  = 300
    scale_out_cooldown = 60

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}

output "address" {
  description = "Host name of the load balancer."
  value       = aws_lb.this.dns_name
}

output "zone_id" {
  description = "Route 53 zone of the load balancer's name, for alias records."
  value       = aws_lb.this.zone_id
}

output "security_group_id" {
  description = "Id of the security group of the containers."
  value       = aws_security_group.site.id
}

output "resource_ids" {
  description = "Ids of the load balancer, the cluster, the service and the log group."
  value = {
    load_balancer = aws_lb.this.arn
    cluster       = aws_ecs_cluster.this.arn
    service       = aws_ecs_service.this.id
    log_group     = aws_cloudwatch_log_group.this.arn
  }
}
