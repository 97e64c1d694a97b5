package io.cairn.platform.broken.web;

import javax.sql.DataSource;

/** Goes to the database behind everybody's back. */
public record Opened(DataSource dataSource) {}
