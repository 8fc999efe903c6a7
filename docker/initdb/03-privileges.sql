revoke all on database freehold from public;
