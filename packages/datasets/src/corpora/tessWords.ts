/** The 200 words of TESS (Northwestern University Auditory Test No. 6), each said after "Say the word". */
export const tessWords: readonly string[] = `
  back bar base bath bean beg bite boat bone book bought burn cab calm came cause chain chair chalk
  chat check cheek chief choice cool dab date dead death deep dime dip ditch dodge dog doll door fail
  fall far fat fit five food gap gas gaze germ get gin goal good goose gun half hall hash hate have
  haze hire hit hole home hurl hush jail jar join judge jug juice keen keep keg kick kill king kite
  knock late laud lean learn lease lid life limb live loaf long lore lose lot love luck make match
  merge mess met mill mob mode mood moon mop mouse nag name near neat nice note numb pad page pain
  pass pearl peg perch phone pick pike pole pool puff rag raid rain raise rat reach read red ring ripe
  road room rose rot rough rush said sail search seize sell shack shall shawl sheep shirt should shout
  size soap soup sour south sub such sure take talk tape team tell thin third thought thumb time tip
  tire ton tool tough turn vine voice void vote wag walk wash week wheat when which whip white wife
  wire witch yearn yes young youth
`
  .trim()
  .split(/\s+/);
