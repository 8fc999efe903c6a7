# Publishes a directory of files under <directory>/releases/<release>, and
# switches <directory>/current to it in one step, so that visitors always see
# one release or the other. Removes the directory when destroyed.

terraform {
  required_version = ">= 1.9.0"
}

variable "directory" {
  description = "Absolute path of the site's own directory; made when missing."
  type        = string
  nullable    = false
}

variable "content" {
  description = "Absolute path of the directory to publish. Read at apply only; a change of it alone changes nothing."
  type        = string
  nullable    = false
}

variable "release" {
  description = "Digest of the content; another digest is another release."
  type        = string
  nullable    = false
}

# Destroy provisioners don't run for a resource whose creation failed. So the
# resource that cleans up is one whose creation hardly can.
resource "terraform_data" "directory" {
  input            = var.directory
  triggers_replace = var.directory

  provisioner "local-exec" {
    interpreter = ["/bin/sh", "-eu", "-c"]
    command     = "umask 022 && mkdir -p \"$DIRECTORY/releases\""
    environment = { DIRECTORY = self.input }
  }

  provisioner "local-exec" {
    when        = destroy
    interpreter = ["/bin/sh", "-eu", "-c"]
    command     = "rm -rf \"$DIRECTORY\""
    environment = { DIRECTORY = self.input }
  }
}

resource "terraform_data" "release" {
  input            = var.release
  triggers_replace = [var.release, terraform_data.directory.id]

  provisioner "local-exec" {
    command = "/bin/sh -eu '${path.module}/publish.sh'"
    environment = {
      DIRECTORY = terraform_data.directory.output
      RELEASE   = self.input
      CONTENT   = var.content
    }
  }
}

output "directory_id" {
  description = "Id of the site's directory."
  value       = terraform_data.directory.id
}

output "release_id" {
  description = "Id of the published release."
  value       = terraform_data.release.id
}
