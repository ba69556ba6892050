/** Direction of imports: geodata <- contract <- rules <- store <- routes <- app <- server; web sees contracts only. */
const onlyIn = (name, modules, places) => ({
  name,
  severity: 'error',
  from: { pathNot: places },
  to: { path: modules },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'geodata-is-the-ground',
      severity: 'error',
      from: { path: '^geodata/' },
      to: { path: '^(api|web|seeds|test)/' },
    },
    {
      name: 'web-sees-contracts-only',
      severity: 'error',
      from: { path: '^web/' },
      // The lint and the sum of a credit code run in the browser while somebody types: pure, nothing of the server.
      to: {
        path: '^api/',
        pathNot: [
          '^api/(endpoint|wire)\\.ts$',
          '^api/[^/]+/contract\\.ts$',
          '^api/moderation/(lint/|advert\\.ts)',
          '^api/employers/credit-code\\.ts$',
        ],
      },
    },
    {
      name: 'contracts-import-contracts',
      severity: 'error',
      from: { path: '^api/[^/]+/contract\\.ts$' },
      to: {
        path: '^(api|web|seeds|test)/',
        pathNot: ['^api/(endpoint|wire)\\.ts$', '^api/[^/]+/contract\\.ts$'],
      },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '^api/[^/]+/rules\\.ts$' },
      to: { path: ['^api/(db|http)/', '^api/[^/]+/(store|routes)\\.ts$', '^node_modules/pg/'] },
    },
    { name: 'nothing-imports-tests', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    {
      name: 'api-does-not-import-web',
      severity: 'error',
      from: { path: '^(api|seeds)/' },
      to: { path: '^web/' },
    },
    {
      name: 'only-the-server-seeds',
      severity: 'error',
      from: { pathNot: '^(seeds|test)/|^api/(server|build)\\.ts$' },
      to: { path: '^seeds/' },
    },
    onlyIn('maplibre-in-the-map-only', '^node_modules/maplibre-gl/', '^web/map/'),
    {
      name: 'features-do-not-import-sideways',
      severity: 'error',
      from: { path: '^web/(openings|service-points|near|directions|search|statistics)/' },
      to: { path: '^web/app/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
};
