# A bucket nobody reads but who is let: no public access, encrypted, versioned,
# over TLS only.

variable "name" {
  description = "Name of the site's resources; the bucket's name begins with it."
  type        = string
  nullable    = false
}

variable "noncurrent_days" {
  description = "How many days an overwritten or deleted object can be brought back."
  type        = number
  default     = 30
  nullable    = false
}

variable "force_destroy" {
  description = "Whether destroying the bucket destroys the objects in it. Without it, a bucket that holds any is not destroyed."
  type        = bool
  default     = false
  nullable    = false
}

variable "reader_distribution_arn" {
  description = "ARN of the CloudFront distribution that may read the objects; null for none."
  type        = string
  default     = null
}

resource "aws_s3_bucket" "this" {
  bucket_prefix = "${var.name}-"
  force_destroy = var.force_destroy
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket = aws_s3_bucket.this.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    id     = "noncurrent"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = var.noncurrent_days
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }

  depends_on = [aws_s3_bucket_versioning.this]
}

# The one policy of the bucket: whoever needs another statement adds it here.
resource "aws_s3_bucket_policy" "this" {
  bucket = aws_s3_bucket.this.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat([{
      Sid       = "TlsOnly"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.this.arn, "${aws_s3_bucket.this.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
      }], var.reader_distribution_arn == null ? [] : [{
      Sid       = "DistributionReads"
      Effect    = "Allow"
      Principal = { Service = "cloudfront.amazonaws.com" }
      Action    = "s3:GetObject"
      Resource  = ["${aws_s3_bucket.this.arn}/*"]
      Condition = { StringEquals = { "aws:SourceArn" = var.reader_distribution_arn } }
    }])
  })

  depends_on = [aws_s3_bucket_public_access_block.this]
}

output "bucket" {
  description = "Name of the bucket, known once it is closed, encrypted and versioned."
  value       = aws_s3_bucket.this.id

  # Nothing is put into it before. The policy cannot be waited for: it names the
  # distribution that reads the bucket, which waits for the objects; up to then
  # nobody else is let in.
  depends_on = [
    aws_s3_bucket_public_access_block.this,
    aws_s3_bucket_ownership_controls.this,
    aws_s3_bucket_versioning.this,
    aws_s3_bucket_server_side_encryption_configuration.this,
  ]
}

output "arn" {
  description = "ARN of the bucket."
  value       = aws_s3_bucket.this.arn
}

output "domain_name" {
  description = "Host name of the bucket in its region."
  value       = aws_s3_bucket.this.bucket_regional_domain_name
}
