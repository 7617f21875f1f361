package dev.burin.report;

/** How a page looks: by light and by dark, on a phone and on paper. */
final class Style {

  static final String CSS =
      """
      :root { color-scheme: light dark; --ink: #1f2630; --soft: #5c6773; --rule: #dde2e8;
        --back: #ffffff; --card: #f6f8fa; --a: #1f5fa8; --b: #c4501b; --c: #2a7d4f; --d: #7a4ea3;
        --right: 31,95,168; --wrong: 196,80,27; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e4e9ef; --soft: #9aa6b2;
        --rule: #333c47; --back: #14181d; --card: #1c222a; --a: #6fb0f2; --b: #f29461;
        --c: #6cc896; --d: #b894e0; --right: 72,138,209; --wrong: 214,105,52; } }
      * { box-sizing: border-box; }
      body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem 4rem; background: var(--back);
        color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
      h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; overflow-wrap: anywhere; }
      h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; padding-top: .6rem;
        border-top: 1px solid var(--rule); overflow-wrap: anywhere; }
      h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
      p { margin: .3rem 0; overflow-wrap: anywhere; }
      .soft, dt, figcaption { color: var(--soft); }
      dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
        gap: .5rem; margin: .5rem 0; }
      dl div { background: var(--card); border-radius: .5rem; padding: .5rem .75rem; }
      dt { font-size: .85rem; } dd { margin: 0; overflow-wrap: anywhere; }
      .wide { overflow-x: auto; margin: .5rem 0; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .95rem; }
      th, td { padding: .3rem .7rem; text-align: right; border-bottom: 1px solid var(--rule);
        white-space: nowrap; }
      th:first-child { text-align: left; } thead th { color: var(--soft); font-weight: 500; }
      tbody th { font-weight: 500; }
      .names th, .names td { text-align: left; }
      .confusion td { text-align: center; min-width: 2.8rem; border: 2px solid var(--back); }
      .confusion thead th { text-align: center; }
      .confusion .strong { color: #ffffff; }
      .hints { margin: .3rem 0; padding: 0; list-style: none; }
      .hints li { border-left: 4px solid var(--b); background: var(--card); padding: .5rem .8rem;
        margin: .4rem 0; border-radius: 0 .4rem .4rem 0; overflow-wrap: anywhere; }
      .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
        gap: 1rem; }
      figure { margin: .5rem 0; max-width: 40rem; } svg { width: 100%; height: auto; display: block; }
      svg text { fill: var(--soft); font: 13px system-ui, sans-serif; }
      svg .grid { stroke: var(--rule); } svg polyline, svg .key { fill: none; stroke-width: 2;
        stroke-linejoin: round; stroke-linecap: round; }
      svg .s0 { stroke: var(--a); } svg .s1 { stroke: var(--b); } svg .s2 { stroke: var(--c); }
      svg .s3 { stroke: var(--d); } svg .s4 { stroke: var(--soft); stroke-dasharray: 5 5; }
      pre { background: var(--card); padding: .7rem .9rem; border-radius: .5rem; overflow-x: auto;
        font: 13px/1.45 ui-monospace, monospace; }
      @media print { body { max-width: none; } section { break-inside: avoid; } }
      """;

  private Style() {}
}
