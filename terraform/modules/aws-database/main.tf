# PostgreSQL in the private subnets, encrypted, backed up, over TLS only. Its
# password is drawn by AWS and kept in a secret of AWS: neither plan nor state
# holds it. RDS would manage the password itself, but not of a database that has
# a replica.

locals {
  sizes = {
    small  = { class = "db.t4g.micro", storage = 20, zones = 1, backup_days = 7 }
    medium = { class = "db.t4g.medium", storage = 50, zones = 2, backup_days = 14 }
    large  = { class = "db.m7g.large", storage = 100, zones = 2, backup_days = 30 }
  }
  size     = local.sizes[var.size]
  username = "site"
  database = "site"
}

variable "name" {
  description = "Name of the site's resources."
  type        = string
  nullable    = false
}

variable "size" {
  description = "Size of the database: small, medium or large. From medium on it survives the loss of a zone."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["small", "medium", "large"], var.size)
    error_message = "The size of a database must be small, medium or large."
  }
}

variable "replica" {
  description = "Whether there is a second instance to read from."
  type        = bool
  default     = false
  nullable    = false
}

variable "engine_version" {
  description = "Major version of PostgreSQL, 16 or 17. Raising it upgrades the database."
  type        = string
  default     = "17"
  nullable    = false

  validation {
    condition     = contains(["16", "17"], var.engine_version)
    error_message = "The version of PostgreSQL must be 16 or 17."
  }
}

variable "keep_final_snapshot" {
  description = "Whether the database leaves a snapshot behind when it is destroyed."
  type        = bool
  default     = true
  nullable    = false
}

variable "vpc_id" {
  description = "Id of the network."
  type        = string
  nullable    = false
}

variable "subnet_ids" {
  description = "Ids of private subnets in at least two zones."
  type        = list(string)
  nullable    = false
}

variable "client_security_group_id" {
  description = "Id of the security group whose members may connect; nobody else may."
  type        = string
  nullable    = false
}

resource "aws_db_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnet_ids
}

resource "aws_security_group" "this" {
  name        = "${var.name}-database"
  description = "The database of the site: reached by the site alone."
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "site" {
  security_group_id            = aws_security_group.this.id
  description                  = "The site"
  referenced_security_group_id = var.client_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}

resource "aws_db_parameter_group" "this" {
  name_prefix = "${var.name}-"
  family      = "postgres${var.engine_version}"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_secretsmanager_secret" "this" {
  name_prefix             = "${var.name}-database-"
  description             = "User and password of the site's database."
  recovery_window_in_days = 7
}

ephemeral "aws_secretsmanager_random_password" "drawn" {
  password_length     = 40
  exclude_punctuation = true
}

# Written once: another run draws another password, which is not written while
# the version stays.
resource "aws_secretsmanager_secret_version" "this" {
  secret_id = aws_secretsmanager_secret.this.id
  secret_string_wo = jsonencode({
    username = local.username
    password = ephemeral.aws_secretsmanager_random_password.drawn.random_password
  })
  secret_string_wo_version = 1
}

# Read back, so that a run which made the secret and failed before the database
# leaves nothing that the next one contradicts.
ephemeral "aws_secretsmanager_secret_version" "kept" {
  secret_id = aws_secretsmanager_secret_version.this.secret_id
}

resource "aws_db_instance" "this" {
  identifier     = var.name
  engine         = "postgres"
  engine_version = var.engine_version
  instance_class = local.size.class
  db_name        = local.database
  username       = local.username

  password_wo         = jsondecode(ephemeral.aws_secretsmanager_secret_version.kept.secret_string).password
  password_wo_version = 1

  allocated_storage     = local.size.storage
  max_allocated_storage = local.size.storage * 4
  storage_type          = "gp3"
  storage_encrypted     = true

  multi_az               = local.size.zones > 1
  publicly_accessible    = false
  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [aws_security_group.this.id]
  parameter_group_name   = aws_db_parameter_group.this.name

  backup_retention_period     = local.size.backup_days
  copy_tags_to_snapshot       = true
  delete_automated_backups    = false
  auto_minor_version_upgrade  = true
  allow_major_version_upgrade = true
  apply_immediately           = true

  # The name is taken for good, so it says which database of that name it was.
  skip_final_snapshot       = !var.keep_final_snapshot
  final_snapshot_identifier = var.keep_final_snapshot ? "${var.name}-final-${substr(sha256(aws_secretsmanager_secret.this.arn), 0, 8)}" : null
}

resource "aws_db_instance" "replica" {
  count = var.replica ? 1 : 0

  identifier          = "${var.name}-replica"
  replicate_source_db = aws_db_instance.this.identifier
  instance_class      = local.size.class

  storage_encrypted      = true
  publicly_accessible    = false
  vpc_security_group_ids = [aws_security_group.this.id]
  parameter_group_name   = aws_db_parameter_group.this.name

  auto_minor_version_upgrade = true
  apply_immediately          = true
  skip_final_snapshot        = true
}

output "environment" {
  description = "Where the site finds the database, as variables of its environment."
  value = merge({
    DATABASE_HOST    = aws_db_instance.this.address
    DATABASE_PORT    = tostring(aws_db_instance.this.port)
    DATABASE_NAME    = local.database
    DATABASE_USER    = local.username
    DATABASE_SSLMODE = "require"
    }, var.replica ? {
    DATABASE_REPLICA_HOST = aws_db_instance.replica[0].address
  } : {})
}

output "security_group_id" {
  description = "Id of the security group of the database."
  value       = aws_security_group.this.id
}

output "secret_references" {
  description = "Where the cloud finds the password, by the name of its variable."
  value       = { DATABASE_PASSWORD = "${aws_secretsmanager_secret.this.arn}:password::" }
}

output "resource_ids" {
  description = "Ids of the database, its replica (if any) and its secret."
  value = merge({
    database        = aws_db_instance.this.arn
    database_secret = aws_secretsmanager_secret.this.arn
  }, var.replica ? { database_replica = aws_db_instance.replica[0].arn } : {})
}
