/** What tests run against: real servers on loopback, and processes of their own. */
package io.lakebeam.pipelines.testing;
