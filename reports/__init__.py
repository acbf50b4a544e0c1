"""The reports: one module a format, found by walking this folder. Installed as `seo_audit.reports`."""
